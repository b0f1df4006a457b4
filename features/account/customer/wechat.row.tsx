import { call } from '@axent/kernel/operation/client';
import { Button, icons, Refused, Row, usePress, useSpeech, useText } from '@axent/ui';
import { beginConnectingWechat, disconnectWechat } from '../contract.wechat.ts';
import { Drop } from './edit.tsx';
import { catalogue } from './text.ways.ts';
import type { WayProps, WaysScreenProps } from './way.ts';
import styles from './ways.module.css';
import { leaveFor } from './wechat.leaving.ts';

function Connect({ onSignInAgain }: WaysScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { busy, error, press } = usePress(async () => {
    leaveFor((await call(beginConnectingWechat, {}, { language })).url);
  });
  return (
    <>
      <Button kind="quiet" busy={busy} onPress={press}>
        {t('wechat_connect')}
      </Button>
      <Refused error={error} onSignInAgain={onSignInAgain} />
    </>
  );
}

/** Signing in by WeChat; shown where there is a way to it, and to whoever has it. */
export function WechatRow({ ways, onChanged, onSignInAgain }: WayProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const { wechat, wechat_offered } = ways;
  if (wechat === null && !wechat_offered) return null;
  return (
    <Row
      icon={icons.chat}
      title={t('wechat')}
      detail={wechat === null ? t('none_yet') : (wechat.nickname ?? t('wechat_nameless'))}
    >
      <div class={styles.more}>
        {wechat === null ? (
          <Connect onSignInAgain={onSignInAgain} />
        ) : (
          <Drop
            onSignInAgain={onSignInAgain}
            act={async () => {
              await call(disconnectWechat, {}, { language });
              onChanged(t('wechat_gone'));
            }}
          />
        )}
      </div>
    </Row>
  );
}
