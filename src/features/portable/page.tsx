/** The playbook as a file: what everybody may take along, and for administrators what they bring in. */
import { Checkbox, Link as Looks, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { opened } from '../../tab/opened.ts';
import { FileButtons } from '../../tab/parts/file-buttons.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';

const ImportForm = opened(async () => (await import('./import-form.tsx')).ImportForm);

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, maxWidth: '48rem' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
});

export function FilesPage() {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  return (
    <Frame title={words('portable.title')}>
      <nav aria-label={words('playbook.way')}>
        <Link href="/playbook" asChild>
          <Looks>‹ {words('page.playbook')}</Looks>
        </Link>
      </nav>
      <section className={styles.part}>
        <h2 className={styles.heading}>{words('portable.export')}</h2>
        <Export />
      </section>
      {holdsAny(me, ['admin']) && (
        <section className={styles.part}>
          <h2 className={styles.heading}>{words('portable.import')}</h2>
          <ImportForm />
        </section>
      )}
    </Frame>
  );
}

function Export() {
  const words = useWords();
  const { me } = useReader();
  const [isBeyond, setBeyond] = useState(false);
  const path = `/api/playbook/export?drafts=${isBeyond}&as=`;
  return (
    <>
      <Text>{words('portable.exportText')}</Text>
      {holdsAny(me, ['manager', 'hrLead', 'owner', 'admin']) && (
        <Checkbox
          label={words('portable.withDrafts')}
          checked={isBeyond}
          onChange={(_, { checked }) => setBeyond(checked === true)}
        />
      )}
      <FileButtons
        title={words('portable.saveAs')}
        files={[
          { label: 'JSON', path: `${path}json` },
          { label: 'CSV', path: `${path}csv` },
          { label: 'Markdown', path: `${path}md` },
        ]}
      />
    </>
  );
}
