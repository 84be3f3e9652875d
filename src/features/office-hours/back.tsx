/** The way back. */
import { Link as Looks } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';

export function Back({ href = '/hours', text }: { href?: string; text?: string | undefined }) {
  const words = useWords();
  return (
    <nav aria-label={words('hours.way')}>
      <Link href={href} asChild>
        <Looks>‹ {text ?? words('page.hours')}</Looks>
      </Link>
    </nav>
  );
}
