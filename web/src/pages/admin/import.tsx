/** A plan comes in: its files are held against every rule first, and taken over only if nothing is wrong. */
import { useState } from 'react';
import type { ImportedPack, PackVerdict } from '../../data/contract';
import { useAct } from '../../data/act';
import { queryClient } from '../../data/query';
import { sendForm } from '../../data/upload';
import { PageHead } from '../../parts/page-head';
import { text } from '../../text';
import { formOf, type BroughtFile } from './brought-files';
import { FilesPanel } from './files-panel';
import { ImportPanel, type Mode } from './import-panel';
import { ImportedPanel } from './imported-panel';
import { VerdictPanel } from './verdict-panel';
import styles from './admin.module.css';

const said = text.intake;

/** How far the files have come, and what was said of them. */
const usePack = () => {
  const [files, setFiles] = useState<readonly BroughtFile[]>([]);
  const [fraction, setFraction] = useState(0);
  const [verdict, setVerdict] = useState<PackVerdict | null>(null);
  const [imported, setImported] = useState<ImportedPack | null>(null);
  const checking = useAct();
  const importing = useAct();
  const check = async (brought: readonly BroughtFile[]): Promise<void> => {
    setFiles(brought);
    setVerdict(null);
    importing.reset();
    const send = () => sendForm<PackVerdict>('/plan-packs/check', formOf(brought), setFraction).done;
    const found = await checking.run(send);
    if (found !== null) setVerdict(found.value);
  };
  const take = async ({ kind, from }: Mode): Promise<void> => {
    const path = `/plan-packs?kind=${kind}${kind === 'rehearsal' ? `&from=${from}` : ''}`;
    const done = await importing.run(() => sendForm<ImportedPack>(path, formOf(files), setFraction).done);
    if (done === null) return;
    setImported(done.value);
    // Which plans there are is known from the sign-in on; now there is one more.
    await queryClient.invalidateQueries({ queryKey: ['fixed', '/me'] });
  };
  return { files, fraction, verdict, imported, checking, importing, check, take };
};

export const Page = () => {
  const { files, fraction, verdict, imported, checking, importing, check, take } = usePack();
  return (
    <>
      <PageHead title={said.title} sub={said.sub} />
      <div className={styles.stack}>
        {imported ? (
          <ImportedPanel imported={imported} />
        ) : (
          <>
            <FilesPanel
              files={files}
              fraction={fraction}
              acting={checking.acting}
              locked={importing.busy}
              check={(brought) => void check(brought)}
            />
            {verdict && <VerdictPanel verdict={verdict} />}
            {verdict?.importable && verdict.plan && (
              <ImportPanel
                publishedOn={verdict.plan.publishedOn}
                acting={importing.acting}
                take={(mode) => void take(mode)}
              />
            )}
          </>
        )}
      </div>
    </>
  );
};
