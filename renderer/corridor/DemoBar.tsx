import { FastForward } from 'lucide-react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useDesk, useNow, useSayProblem } from '../desk/context';
import { fullMoment } from '../desk/dates';

const speeds = [1, 60, 600] as const;

interface DemoBarProps {
  title: string;
  speed: number;
  zone: string;
}

/** Says that this is the demo, and lets its clock be moved. */
export function DemoBar({ title, speed, zone }: DemoBarProps) {
  const { call } = useDesk();
  const now = useNow(speed > 1 ? 250 : 5_000);
  const sayProblem = useSayProblem();
  const step = (minutes: number) => {
    call.request('demo/step', { minutes }).catch(sayProblem);
  };
  return (
    <aside className="demo" aria-label="Demo clock">
      <span className="demo-title">Demo tenant: {title}</span>
      <time className="demo-clock">{fullMoment({ now, zone })}</time>
      <span className="demo-buttons">
        <Button
          className="quiet"
          onPress={() => {
            step(60);
          }}
        >
          <FastForward aria-hidden /> 1 hour
        </Button>
        <Button
          className="quiet"
          onPress={() => {
            step(24 * 60);
          }}
        >
          <FastForward aria-hidden /> 1 day
        </Button>
        <ToggleButtonGroup
          className="speeds"
          aria-label="Speed of the demo clock"
          disallowEmptySelection
          selectedKeys={[String(speed)]}
          onSelectionChange={(keys) => {
            const [chosen] = [...keys];
            if (chosen === undefined) return;
            call.request('demo/speed', { speed: Number(chosen) }).catch(sayProblem);
          }}
        >
          {speeds.map((one) => (
            <ToggleButton key={one} id={String(one)} className="quiet">
              ×{one}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </span>
    </aside>
  );
}
