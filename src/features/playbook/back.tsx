/** The way back to the list. */
import { Link as Looks } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';

export function BackToPlaybook() {
  const words = useWords();
  return (
    <nav aria-label={words('playbook.way')}>
      <Link href="/playbook" asChild>
        <Looks>‹ {words('page.playbook')}</Looks>
      </Link>
    </nav>
  );
}
