/** The frame around every page: its heading with actions beside it, and the width that reads well. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  page: {
    padding: tokens.spacingHorizontalXXL,
    maxWidth: '76rem',
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    '@media (max-width: 599px)': { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  title: { ...typographyStyles.title2, margin: 0, ':focus': { outline: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The heading takes the focus when the page opens, so that a screen reader says where one is. */
export function Frame({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Fieldbook`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </main>
  );
}
