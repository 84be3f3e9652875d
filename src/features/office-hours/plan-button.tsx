/** The way to plan office hours, for whoever may. */
import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';

export function Plan() {
  const words = useWords();
  return (
    <Link href="/hours/plan" asChild>
      <Button as="a" appearance="primary" icon={<AddRegular />}>
        {words('hours.plan')}
      </Button>
    </Link>
  );
}
