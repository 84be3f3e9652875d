/** A group of fields under its own name, and the fold that hides what was prepared. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useContext } from 'react';
import { fieldId, MissingContext, type Place, useEditStyles } from './edit-fields.tsx';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: `0 0 ${tokens.spacingVerticalXS}` },
  problem: { display: 'block', color: tokens.colorStatusWarningForeground1 },
  rest: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  press: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    width: '100%',
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  about: { color: tokens.colorNeutralForeground2 },
  inside: { paddingTop: tokens.spacingVerticalM },
});

/** Fields that belong together, with what is missing in the group as a whole. */
export function Fold({ path, label, hint, children }: Place & { children: ReactNode }) {
  const styles = useStyles();
  const shared = useEditStyles();
  const problem = useContext(MissingContext).find((each) => each.path === path)?.message;
  return (
    <fieldset className={styles.group} id={fieldId(path)} tabIndex={-1}>
      <legend className={styles.legend}>{label}</legend>
      {hint && (
        <Text block size={200} className={styles.about}>
          {hint}
        </Text>
      )}
      {problem && (
        <Text size={200} className={styles.problem}>
          {problem}
        </Text>
      )}
      <div className={shared.tight}>{children}</div>
    </fieldset>
  );
}

interface Rest {
  readonly title: string;
  readonly about: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly children: ReactNode;
}

export function Prepared({ title, about, isOpen, toggle, children }: Rest) {
  const styles = useStyles();
  return (
    <section className={styles.rest}>
      <button type="button" className={styles.press} aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        {title}
      </button>
      <Text size={200} className={styles.about}>
        {about}
      </Text>
      {isOpen && <div className={styles.inside}>{children}</div>}
    </section>
  );
}
