import type { Presence as GraphPresence } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { collection, GraphFault, type GraphAnswer, type GraphRequest, type Route } from './answer';
import type { People } from './people';
import type { Schedule } from './schedule';

const Asked = z.strictObject({ ids: z.array(z.string()) });
/** Ids one call takes. */
const MOST = 650;

/** How Teams shows people at this moment: by their absences and by their calendars. */
export class Presence {
  constructor(
    private readonly people: People,
    private readonly schedule: Schedule,
  ) {}

  routes(): Route[] {
    return [
      {
        method: 'POST',
        path: '/communications/getPresencesByUserId',
        area: 'presence',
        answer: (r) => this.answer(r),
      },
    ];
  }

  private answer({ body, now }: GraphRequest): GraphAnswer {
    const asked = Asked.safeParse(body);
    if (!asked.success || asked.data.ids.length === 0 || asked.data.ids.length > MOST)
      throw new GraphFault(400, 'BadRequest', 'The ids of the users are missing or too many.');
    return collection(
      'Collection(microsoft.graph.presence)',
      asked.data.ids.map((id) => this.of(id, now)),
    );
  }

  private of(id: string, now: number): GraphPresence {
    const entry = this.people.find(id);
    const away = entry && this.people.absence(entry.person.address, now);
    const busy = entry && this.schedule.at(entry.person.address, now);
    const [availability, activity] = !entry
      ? ['PresenceUnknown', 'PresenceUnknown']
      : away || busy === 'oof'
        ? ['Offline', 'OutOfOffice']
        : busy === 'busy' || busy === 'tentative'
          ? ['Busy', 'InAMeeting']
          : ['Available', 'Available'];
    return {
      id,
      availability,
      activity,
      statusMessage: null,
      outOfOfficeSettings: {
        isOutOfOffice: activity === 'OutOfOffice',
        message: away?.message ?? '',
      },
    };
  }
}
