import {
  AlarmClock,
  ArrowLeftRight,
  BellRing,
  CalendarDays,
  CheckCheck,
  CircleCheck,
  CircleSlash,
  CornerUpRight,
  Eye,
  FileDiff,
  Footprints,
  Hand,
  HandHelping,
  Hourglass,
  Inbox,
  Lightbulb,
  ListTodo,
  Mail,
  MailCheck,
  MailQuestionMark,
  MailX,
  Merge,
  MessageCircleDashed,
  MessageCircleQuestionMark,
  MessagesSquare,
  PackageCheck,
  Plane,
  Reply,
  Send,
  SmilePlus,
  TimerReset,
  Undo2,
  Users,
  UserRound,
  UserRoundPen,
  Video,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { HandoffRow } from '../../shared/contract';
import type { SourceRef } from '../../shared/handoff/item';
import { isUnconfirmed } from '../../shared/handoff/model';
import type { EvidenceKind, Shape } from '../../shared/handoff/model';

const shapeIcons: Record<Shape, LucideIcon> = {
  spoken: MessageCircleDashed,
  unreceived: MailQuestionMark,
  unpassed: PackageCheck,
  standoff: ArrowLeftRight,
};

/** The sign of a row's shape. Always beside its word, never alone. */
export function ShapeIcon({ row }: { row: HandoffRow }) {
  const Icon =
    row.state === 'closed'
      ? CircleCheck
      : isUnconfirmed(row)
        ? Lightbulb
        : row.notHeld !== undefined
          ? Eye
          : row.shape === null
            ? Footprints
            : shapeIcons[row.shape];
  return <Icon aria-hidden className="icon" />;
}

const kindIcons: Record<EvidenceKind, LucideIcon> = {
  sent: Send,
  delivered: Inbox,
  seen: Eye,
  reacted: SmilePlus,
  replied: Reply,
  taken: Hand,
  placed: CalendarDays,
  done: CheckCheck,
  absent: Plane,
  bounced: MailX,
  declined: CircleSlash,
  questioned: MessageCircleQuestionMark,
  deferred: TimerReset,
  redirected: CornerUpRight,
  withdrawn: Undo2,
  reminded: BellRing,
  waiting: Hourglass,
  bystander: Users,
  partial: HandHelping,
  merged: Merge,
  differs: FileDiff,
  named: UserRoundPen,
};

export function EvidenceIcon({ kind }: { kind: EvidenceKind }) {
  const Icon = kindIcons[kind];
  return <Icon aria-hidden className="icon" />;
}

const sourceIcons: Record<SourceRef['kind'], LucideIcon> = {
  mail: Mail,
  chat: MessagesSquare,
  meeting: Video,
  event: CalendarDays,
  task: ListTodo,
  absence: Plane,
  person: UserRound,
};

export function SourceIcon({ kind }: { kind: SourceRef['kind'] }) {
  const Icon = sourceIcons[kind];
  return <Icon aria-hidden className="icon" />;
}

export { AlarmClock as SnoozeIcon, CheckCheck as DoneIcon, MailCheck as DraftIcon };
