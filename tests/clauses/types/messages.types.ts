/** Who sends which service message, as the compiler lets it: see the other files in this folder. */

import type { Carried, Use } from '../../../kernel/operation/use.ts';

declare const authentication: Use<'authentication'>;
declare const service: Use<'service'>;
declare const rights: Use<'rights'>;
declare const carried: Carried;

authentication.send('security', carried);
rights.send('notice_change', [carried]);
rights.send('incident', carried);
rights.send('account', carried);
service.send('appointment', carried);
// @ts-expect-error authentication tells nobody of a changed notice
authentication.send('notice_change', carried);
// @ts-expect-error the service tells nobody of a sign-in
service.send('security', carried);
// @ts-expect-error the service tells nobody of a closed account
service.send('account', carried);
// @ts-expect-error what a case needs is not sent yet
service.send('case', carried);
// @ts-expect-error recalls are not sent yet
rights.send('safety', carried);
// @ts-expect-error no service message carries promotion
rights.send('news', carried);
