/** A link that looks like a button. */
import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

interface Props {
  readonly href: string;
  readonly icon?: ReactElement;
  readonly look?: 'primary' | 'secondary' | 'subtle';
  readonly children: ReactNode;
}

export function ButtonLink({ href, icon, look = 'secondary', children }: Props) {
  return (
    <Link href={href} asChild>
      <Button as="a" appearance={look} {...(icon ? { icon } : {})}>
        {children}
      </Button>
    </Link>
  );
}
