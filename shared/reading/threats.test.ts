import { expect, test } from 'vitest';
import { readText } from '.';

/** What is said to happen the next time something else happens, which it must never. */

const promised = (text: string) =>
  readText({
    text,
    sentAt: '2026-03-02T10:00:00Z',
    timeZone: 'UTC',
    channel: 'meeting',
    meeting: 'weekly',
  }).acts.some((act) => act.kind === 'commitment' && act.confidence >= 0.5);

test.each([
  "One more pallet of celery from them and I'm going to drive it back and stack it in their lobby.",
  "Another cancelled flight to Bergen and I'm going to build a raft out of the sample boxes.",
  "He sends the wrong gaskets again and I'll post the whole box through his letterbox.",
  "If I hear the word alignment one more time I'll set fire to the whiteboard.",
  "Two more complaints about the parking and we'll turn the courtyard into a duck pond.",
  "Somebody mends that door or I'm going to use it as a table in the canteen.",
  "The next man who rings about solar panels, I'm going to keep him talking until he retires.",
  "One more pun from you and I'll staple the lamp to the ceiling.",
  "Honestly, any more rain in that tent and I'll breed trout in it.",
])('no promise: %s', (text) => {
  expect(promised(text)).toBe(false);
});

test.each([
  "One more signature from legal and I'll send you the contract on Friday.",
  "I'll send the raft drawings again tomorrow, the old ones were cut off.",
  "I'll order another box of gaskets by Thursday and bring them over.",
  "I'll run two more tests on the boiler and send the log round.",
  "Right or wrong, I'll print the list of the three numbers.",
  "The next step is mine, I'll draw the plan of the courtyard.",
  "Two of them are here, and I'll fetch the third from the station.",
  "One more signature from legal and I'll send it over to you.",
  "The pump failed again and I'll call the supplier about the gaskets.",
  "They sent it again, so I'll call the supplier about the gaskets.",
])('a promise: %s', (text) => {
  expect(promised(text)).toBe(true);
});
