/** Prints the page as it stands. */
import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';

export const PrintButton = ({ label }: { label: string }) => (
  <Button appearance="primary" icon={<PrintRegular />} onClick={() => window.print()}>
    {label}
  </Button>
);
