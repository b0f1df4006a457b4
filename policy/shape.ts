/**
 * The form of a policy file. Nothing here knows the brand's policy; `policy.ts` fills it in.
 * Everything is plain data, so that a policy can be stored, hashed, compared and published.
 */

export type Verb = 'collect' | 'read' | 'send' | 'share';

/** Who acts. A visitor has not signed in; the others are persons and roles of staff; `system` runs jobs. */
export type Actor =
  | 'visitor'
  | 'person'
  | 'agent'
  | 'supervisor'
  | 'marketer'
  | 'product_manager'
  | 'release_manager'
  | 'store_staff'
  | 'privacy_officer'
  | 'security'
  | 'administrator'
  | 'system';

/** The legal ground of one use, by law. Article numbers as a lawyer would cite them, for example `Art. 6(1)(b)`. */
export interface LegalBasis {
  readonly gdpr: string;
  readonly fadp: string;
  readonly pipl: string;
}

/**
 * How much of a clause the software carries.
 * `whole`: every part is built and each wall has a test. `partly`: what is built works, `unbuilt` names the rest, and
 * the uses that belong to the rest are marked `unbuilt` themselves: denied like those of `not`.
 * `not`: denied by the gate with the reason "not offered yet".
 */
export interface ClauseShape {
  readonly chapter: 'G' | 'C' | 'F' | 'U' | 'M' | 'E' | 'S' | 'R';
  readonly built: 'whole' | 'partly' | 'not';
  readonly unbuilt: readonly string[];
}

export interface CategoryShape {
  readonly clause: string;
  /** W3C Data Privacy Vocabulary term, for example `pd:EmailAddress`. */
  readonly dpv: string;
  /** `sealed`: stored only as a box. `plain`: stored readable (never identifying by itself). `fleeting`: never stored. */
  readonly storage: 'sealed' | 'plain' | 'fleeting';
  /** Laws under which the category is sensitive. */
  readonly sensitive: readonly ('gdpr' | 'fadp' | 'pipl')[];
  /** Exactly what it holds. A field that joins later widens every use of the category. */
  readonly fields?: readonly string[];
}

export interface PurposeShape {
  readonly clause: string;
  readonly dpv: string;
  /** Who may act for this purpose; nobody else can call an operation that declares it. */
  readonly actors: readonly Actor[];
  /** Copies every stored row as it lies, boxes unopened; such a purpose collects and reads nothing. */
  readonly copies?: true;
}

/**
 * What a person opens and closes. A `function` is closed until it is opened at the moment of use.
 * A `switch` is open after accepting and closed when the person objects.
 */
export interface FunctionShape {
  readonly clause: string;
  readonly kind: 'function' | 'switch';
  /** The device's own permission that must be granted as well, if there is one to ask for. */
  readonly device: 'geolocation' | 'camera' | 'microphone' | 'push' | null;
  /** A browser's `Sec-GPC: 1` closes it until the person acts. */
  readonly gpc: boolean;
}

/** One cell of the decision table: this purpose may collect or read this category. Absent cell: denied. */
export interface UseShape {
  readonly clause: string;
  readonly basis: LegalBasis;
  /** Days after which the data goes; null: while the account lives; 0: never stored. */
  readonly retention_days: number | null;
  /** The function that must be open, if any. */
  readonly function?: string;
  /** Functions that let the same use in as well as `function`; a row remembers by which one it came. */
  readonly or_functions?: readonly string[];
  /** The person's own use of their own rows: it works while the function is closed, too. */
  readonly while_closed?: boolean;
  /** The exception on whose standing rule it rests; never one with a function, so that closing cannot be got around. */
  readonly ground?: string;
  /** Fewer actors than the purpose has, where not all of them may touch this category. */
  readonly actors?: readonly Actor[];
  /** Usable before the notice is accepted (the law's standing grounds and reading the notice itself). */
  readonly before_accepting?: boolean;
  /**
   * Nothing that the release brings can make this use yet: it is not offered, whatever its clauses say. One of them
   * is partly built and names it among what is missing.
   */
  readonly unbuilt?: boolean;
}

export interface MessageShape {
  readonly clause: string;
  readonly purpose: string;
  readonly basis: LegalBasis;
  /** The function that must be open for it, if any. */
  readonly function?: string;
  readonly passes_switches: boolean;
  readonly passes_quiet_hours: boolean;
  readonly before_accepting?: boolean;
}

/** A kind of third party. Who that is in fact, and under which terms, stands in the register of third parties. */
export interface RecipientShape {
  readonly clause: string;
  readonly role: 'carrier' | 'partner' | 'authority';
  /** For what data may be handed over to it. Carriers have none: they get what the send gate lets through. */
  readonly purposes?: readonly string[];
  readonly categories: readonly string[];
  /** The function that must be open for it, if any. */
  readonly function?: string;
}

/** One deployment serves one: EU and Switzerland, or mainland China. */
export type LegalArea = 'eu_ch' | 'cn';
export const legalAreas = ['eu_ch', 'cn'] as const satisfies readonly LegalArea[];

/** What a ground lets in when a matter names it: everything else about a matter is in the matter itself. */
export interface MatterShape {
  /** Lawful bases by legal area. A matter names one of its own area; where there is none, there is no matter. */
  readonly bases: Readonly<Record<LegalArea, readonly string[]>>;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** Days for which a matter stands at the longest. */
  readonly longest_days: number;
  /** Whether it may keep what a closed function left from being shredded. */
  readonly keeps_withheld: boolean;
  /** How its matters are counted in public: each, only from five on, or not at all because the law forbids it. */
  readonly counted: Readonly<Record<LegalArea, 'each' | 'from_five' | 'not'>>;
}

/** A ground on which no authorization is needed: by the standing rules named here, or by a matter. */
export interface ExceptionShape {
  readonly clause: string;
  /** Absent: no matter opens it. */
  readonly matter?: MatterShape;
  readonly standing: readonly {
    readonly law: string;
    readonly area: 'eu_ch' | 'cn' | 'all';
    readonly purpose: string;
    readonly categories: readonly string[];
    readonly retention_days: number | null;
    readonly why: string;
  }[];
}

export interface PolicyShape {
  /** Name of the revision, for example `2026-11`. Two revisions never share one. */
  readonly revision: string;
  readonly brand: string;
  readonly minimum_age: number;
  /** Days for which withheld data of a closed function waits before it is shredded. */
  readonly withheld_days: number;
  readonly clauses: Readonly<Record<string, ClauseShape>>;
  readonly categories: Readonly<Record<string, CategoryShape>>;
  readonly purposes: Readonly<Record<string, PurposeShape>>;
  readonly functions: Readonly<Record<string, FunctionShape>>;
  /** purpose → category → how. */
  readonly collect: Readonly<Record<string, Readonly<Record<string, UseShape>>>>;
  readonly read: Readonly<Record<string, Readonly<Record<string, UseShape>>>>;
  readonly messages: Readonly<Record<string, MessageShape>>;
  readonly recipients: Readonly<Record<string, RecipientShape>>;
  readonly exceptions: Readonly<Record<string, ExceptionShape>>;
}

export type Language = 'en' | 'zh-CN' | 'de';
export const languages = ['en', 'zh-CN', 'de'] as const satisfies readonly Language[];

/** The words of one clause, in three layers; the deepest layer (exact data, basis, retention) is computed. */
export interface ClauseWords {
  readonly title: string;
  /** One sentence, for the screen in short. */
  readonly short: string;
  /** A few short paragraphs in plain words. */
  readonly text: readonly string[];
}

/** The card that asks for a function at the moment of use. */
export interface PromptWords {
  readonly title: string;
  /** What is used. */
  readonly what: string;
  /** What for. */
  readonly purpose: string;
  /** How long it is kept. */
  readonly kept: string;
  /** What happens if the person does not open it. */
  readonly otherwise: string;
  readonly open: string;
  readonly not_now: string;
  /** Shown where the function is closed: why it is unavailable and the other way. */
  readonly closed: string;
}

export interface NoticeWords {
  readonly title: string;
  /** The one screen in short: four to seven sentences. */
  readonly in_short: readonly string[];
  readonly chapters: Readonly<Record<string, string>>;
  readonly clauses: Readonly<Record<string, ClauseWords>>;
  readonly prompts: Readonly<Record<string, PromptWords>>;
  /** Names in plain words, by id. */
  readonly categories: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
  /** Absent in versions that were published before third parties had names. */
  readonly recipients?: Readonly<Record<string, string>>;
  /** One sentence on exactly what a category holds, by id. */
  readonly holds: Readonly<Record<string, string>>;
  /** The parts of a partly built clause that are missing, in the order of the policy's `unbuilt`. */
  readonly unbuilt: Readonly<Record<string, readonly string[]>>;
  /** Words around the computed facts of the deepest layer. */
  readonly labels: Readonly<Record<LabelKey, string>>;
  /** One sentence for each kind of change between two versions; `{purpose}`, `{category}` … are filled in. */
  readonly changes: Readonly<Record<ChangeKey, string>>;
}

export const labelKeys = [
  'collect',
  'read',
  'send',
  'whole',
  'partly',
  'not',
  'unbuilt',
  'kept_days',
  'kept_account',
  'kept_never',
  'needs_function',
  'also_while_closed',
  'basis',
  'law',
  'sensitive',
] as const;
export type LabelKey = (typeof labelKeys)[number];

export const changeKeys = [
  'collect_added',
  'collect_removed',
  'read_added',
  'read_removed',
  'send_added',
  'send_removed',
  'retention_longer',
  'retention_shorter',
  'function_added',
  'function_removed',
  'function_changed',
  'before_accepting_added',
  'before_accepting_removed',
  'while_closed_added',
  'while_closed_removed',
  'actors_added',
  'actors_removed',
  'basis_changed',
  'fields_added',
  'fields_removed',
  'storage_opened',
  'storage_closed',
  'switches_passed',
  'switches_respected',
  'quiet_hours_passed',
  'quiet_hours_respected',
  'clause_added',
  'clause_removed',
  'clause_offered',
  'clause_withdrawn',
  'clause_completed',
  'clause_reduced',
  'recipient_added',
  'recipient_removed',
  'recipient_sees_more',
  'recipient_sees_less',
  'exception_added',
  'exception_removed',
  'withheld_longer',
  'withheld_shorter',
  'age_lowered',
  'age_raised',
  'switch_became_function',
  'function_became_switch',
  'gpc_respected',
  'gpc_passed',
  'copying_added',
  'copying_removed',
  'words_changed',
] as const;
export type ChangeKey = (typeof changeKeys)[number];
