/** The way back. */
import { Link as Looks } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';

function Back({ href, text }: { href: string; text: string }) {
  const words = useWords();
  return (
    <nav aria-label={words('playbook.way')}>
      <Link href={href} asChild>
        <Looks>‹ {text}</Looks>
      </Link>
    </nav>
  );
}

export function BackToPlaybook() {
  const words = useWords();
  return <Back href="/playbook" text={words('page.playbook')} />;
}

export function BackToScenario({ id, title }: { id: string; title?: string | undefined }) {
  const words = useWords();
  return <Back href={`/playbook/s/${id}`} text={title ?? words('playbook.scenario')} />;
}

export function BackToWorkflows() {
  const words = useWords();
  return <Back href="/workflows" text={words('workflow.workflows')} />;
}

export function BackToWorkflow({ id, name }: { id: string; name?: string | undefined }) {
  const words = useWords();
  return <Back href={`/workflows/${id}`} text={name ?? words('playbook.workflow')} />;
}
