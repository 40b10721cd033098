import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { RequestIn } from '../../shared/contract';
import { useDesk, useSayProblem } from '../desk/context';

interface CopyButtonProps {
  what: RequestIn<'account/copy'>['what'];
  words: string;
}

/** Copies by the main process (a window has no right to the clipboard), and says that it did. */
export function CopyButton({ what, words }: CopyButtonProps) {
  const { call } = useDesk();
  const [copied, setCopied] = useState(false);
  const sayProblem = useSayProblem();
  return (
    <>
      <Button
        onPress={() => {
          call.request('account/copy', { what }).then(setCopied, sayProblem);
        }}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />} {words}
      </Button>
      <span role="status" className="copied">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
