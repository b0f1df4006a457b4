import type { ClauseTexts } from './words.ts';

export const clauses = {
  'G.accept': {
    title: 'Your agreement comes first',
    short:
      'You use the service on the terms of this notice, or you leave, and only a line in our log stays behind.',
    text: [
      'This notice, the imprint, the catalogue, help and safety pages are open to everyone. Everything else begins once you accept.',
      'Accepting means that you know these terms and agree to them. It does not switch on location, camera, microphone or anything else; each of those asks you when you need it.',
      'We record which version you accepted, in which language, and a fingerprint of the exact text you saw. If you have not signed in, that record lives in your own browser and carries nothing that points to you.',
      'You must be at least {minimum_age} years old. We take your word for it and do not ask for a date of birth.',
      'Responsible for your data: {controller}. Write to {contact}. Represented by: {representative}. You may also complain to {authority}.',
    ],
  },
  'C.log': {
    title: 'What the server writes down',
    short: 'Each request leaves one line in our log for a short time, with your address sealed.',
    text: [
      'A line says what was asked for, which page, which kind of browser, when, from which region, and the network address it came from.',
      'The network address is sealed under a key that lasts one day. The key is destroyed together with the lines. Nobody looks at addresses; opening one takes a named incident.',
      'The region comes from a table on our own machines. If you are signed in we keep the country and nothing finer.',
    ],
  },
  'C.device': {
    title: 'Your device',
    short: 'We recognise your device by a number of our own, which you can change at any time.',
    text: [
      'We keep the type of device, its operating system, the kind of connection if the browser tells us, and one identifier that we made up ourselves.',
      'We never calculate a fingerprint from the traits of your device. Under “My devices” you see what we hold, and you can have a new identifier.',
      'For each device we keep the country of its last visit. The next visit overwrites it.',
    ],
  },
  'C.device.position': {
    title: 'Where you are, without typing',
    short: 'With location open, the app reads your position for you; a place or postcode works just as well.',
    text: [
      'The position is read once, when you enter a screen that needs it. It answers your question and is gone.',
      'If you would rather not, type a place or a postcode. You get the same answers, and we do not keep what you typed.',
    ],
  },
  'C.profile': {
    title: 'What you tell us about yourself',
    short: 'Name, phone, email, address, WeChat and business name: each asked for only where it is needed.',
    text: [
      'Next to every field stands what it is for. You can leave out what you do not need: an email address is enough to sign in.',
      'All of it is stored sealed. We find your account through a keyed fingerprint of your email, phone or WeChat id, not by searching readable text.',
      'The products you own, with serial number and proof of purchase, belong here too, if you choose to add them.',
    ],
  },
  'C.credentials': {
    title: 'What protects your account',
    short: 'Password, passkeys and recovery codes serve to let you in, and nothing else.',
    text: [
      'Of a password we keep only a slow, salted hash. Nobody here can read it or choose one for you.',
      'A hint is up to you. It is stored sealed, may not give the password away, and appears only after a code has shown that it is you.',
    ],
  },
  'F.nearby': {
    title: 'Near you',
    short:
      'With your location we show the nearest store that sells or displays a product, and what you can get there.',
    text: [
      'You open this once. From then on each screen that needs your position takes one reading when you enter it, and never in the background.',
      'From it we work out the nearest stores and the products and services available where you are.',
    ],
  },
  'F.nearby.no-trajectory': {
    title: 'No trail of where you went',
    short: 'We use the position of the moment. We never join positions together.',
    text: [
      'There is no place where your exact position could be written: no table, no log, no queue, no backup.',
      'Distances in answers are rounded. Map pictures and place search come from our own servers. A link to directions carries the shop’s place, not yours.',
      'No screen and no report lists the places of one person over time.',
    ],
  },
  'F.camera': {
    title: 'Camera',
    short: 'Scanning codes, taking photos and filming are three things, and you open each on its own.',
    text: [
      'When you scan, the pictures stay on your device; only the code that was read is used.',
      'A photo or a film goes to customer service only when you send it.',
    ],
  },
  'F.photos': {
    title: 'Photos and videos you pick',
    short:
      'What you send shows us which product you mean and helps to solve the problem. That is its only use.',
    text: [
      'Hidden details such as the place where a picture was taken are removed on your device, and once more on our server before anything is stored.',
      'Pictures and films are deleted 30 days after your case has ended.',
    ],
  },
  'F.voice': {
    title: 'Voice messages',
    short:
      'Speak instead of typing: we keep the recording, its text and what we understood, and you see all three.',
    text: [
      'You can correct the text and what we understood. The recording helps to find out what help you need, nothing more.',
      'We never use a voice to recognise who is speaking.',
    ],
  },
  'F.open': {
    title: 'You open',
    short: 'Nothing is collected for a function before you open it.',
    text: [
      'Our question comes first, in our words, at the moment you need the function. It says what is used, what for and how long. Only then does your device ask its own question.',
      'Both answers must be yes. We keep a record of what you opened, when, and of the words you saw.',
    ],
  },
  'F.close': {
    title: 'You close',
    short: 'Closing works at once, wherever you do it, for what we already hold as well.',
    text: [
      'Close a function here, in the privacy centre, or by taking the permission away on your device. From that moment nothing more is collected or used, and the function stays off until you open it again.',
      'What it collected earlier is hidden at once from our people and our machines. You still see it; you may download it, delete it or open the function again. After {withheld_days} days it is destroyed, unless a recorded legal claim needs it.',
      'No other ground in this notice gets around a closed function. The screen tells you why something is unavailable and offers another way.',
    ],
  },
  'F.close.past': {
    title: 'What was done before you closed',
    short: 'Closing does not undo what happened while it was open.',
    text: [
      'Records that your data was used remain, so that you can check them. A case stays, and so do results you confirmed yourself, such as the product or the need. The text of a recording goes when the recording goes.',
    ],
  },
  'U.service': {
    title: 'Doing what you asked for',
    short: 'We use your data for the thing you came for, and for no more than that.',
    text: [
      'Finding a store, keeping your account, showing what you own: each takes only the data that it needs.',
    ],
  },
  'U.authentication': {
    title: 'Letting you in',
    short: 'Your email or phone and your device are used to make sure that it is you.',
    text: [
      'This covers sending you a code, checking it and keeping you signed in. It sees nothing of your cases or messages.',
    ],
  },
  'U.support': {
    title: 'Customer service',
    short: 'The person who handles your case sees your case, and what you sent for it.',
    text: [
      'They see how to reach you, your name, the product concerned, the conversation, and pictures, films and voice messages while you leave those functions open.',
      'Cases of other people stay out of sight for them.',
    ],
  },
  'U.security': {
    title: 'Security of the service',
    short: 'The log and risk signals show us attacks. They are kept for this and read by few.',
    text: ['We count and compare keyed fingerprints that change regularly, not addresses.'],
  },
  'U.fraud': {
    title: 'Noticing fraud',
    short: 'Signals and serial numbers help to notice a stolen account or a forged claim.',
    text: ['It reads the log, risk signals and the products you own, and nothing you wrote or said.'],
  },
  'U.archive': {
    title: 'Archive',
    short: 'What the law tells us to keep stays in a closed archive for as long as it says.',
    text: [
      'That is little: cases and purchases that belong to our books, and requests you made about your rights.',
    ],
  },
  'U.backup': {
    title: 'Backup',
    short: 'Backups carry locked data only; nobody reads it there.',
    text: ['The keys are kept elsewhere. What was destroyed stays destroyed when a backup is restored.'],
  },
  'U.protect': {
    title: 'Safe products',
    short: 'If a product turns out to be dangerous, we look for its owners and warn them.',
    text: [
      'For this we use serial numbers and how to reach you. Faults are counted by device, so that even a few are noticed.',
    ],
  },
  'U.improve': {
    title: 'Making things better',
    short: 'We learn from totals and pseudonyms, and you can take yourself out.',
    text: [
      'Groups of people too small to hide in are not shown. Switch this off and your data no longer counts.',
    ],
  },
  'U.personalise': {
    title: 'Fitting it to you',
    short: 'Language, region and help for what you own. One switch turns it off.',
    text: [
      'When it is off, everything still works, searching by distance too. Only your language stays as you chose it.',
    ],
  },
  'U.measure': {
    title: 'Knowing whether promotion works',
    short: 'We compare groups, never people, and without any advertising identifier.',
    text: [
      'Part of the people, drawn by lot, see no promotion; the difference is the effect. Small groups are left out and the figures are blurred a little.',
    ],
  },
  'U.software': {
    title: 'Updates for your products',
    short: 'Only checked and signed software is offered, step by step, and installed when you agree.',
    text: ['We keep which version runs on your product, which one was offered, and your answer.'],
  },
  'U.survey': {
    title: 'Surveys',
    short: 'We send a survey only if you opened that, and seldom.',
    text: [
      'Surveys and promotions together share one small allowance. A single question inside a conversation is part of that conversation.',
    ],
  },
  'U.rights': {
    title: 'Your rights',
    short: 'See, correct, take along, object, delete: in the privacy centre, without asking anyone.',
    text: [
      'There you find everything we hold about you in clear words, every use that was made of it, and a proof you can check yourself.',
      'You may object to improving, measuring and personalising one by one. If a person should answer, make a request there, also without an account: it is answered within the time that the law sets. Or write to {contact}; you may also turn to {authority}.',
    ],
  },
  'M.code': {
    title: 'Codes',
    short: 'You get a code when you asked for one. Nothing else rides along.',
    text: [
      'A code works once and for a few minutes. The message and its address are removed once it is delivered.',
    ],
  },
  'M.push': {
    title: 'Messages the service needs',
    short: 'News of your case, an appointment, your account, your safety: no advertising among them.',
    text: [
      'You choose the channel. Account, security, changes of this notice, incidents and product safety always reach you; security, incidents and safety also at night.',
      'Each message says why it came.',
    ],
  },
  'M.news': {
    title: 'News and offers',
    short: 'Only if you opened them; one tap stops them.',
    text: ['They are few and keep quiet at night.'],
  },
  'M.joint': {
    title: 'Together with a partner',
    short:
      'If a partner takes part in a service, you hear about it only after agreeing to that partner by name.',
    text: ['The partner receives only the details that the service needs.'],
  },
  'E.1': {
    title: 'National security and defence',
    short: 'The law may require data where national security or defence is concerned.',
    text: [
      'This opens only for a named matter, on a legal basis that holds where you live, with written evidence, approved by two people, limited in scope and time.',
    ],
  },
  'E.2': {
    title: 'Public safety and health',
    short: 'The law may require data to avert a serious danger to the public.',
    text: ['The same conditions hold: a named matter, evidence, two people, an end date.'],
  },
  'E.3': {
    title: 'Criminal proceedings',
    short: 'Investigators, prosecutors and courts may require data for a case of theirs.',
    text: ['The same conditions hold, and we tell you as soon as the law lets us.'],
  },
  'E.4': {
    title: 'What you made public yourself',
    short: 'What you published for everyone may be used without asking you again.',
    text: ['Each such use is a named matter, approved by two people, with an end date.'],
  },
  'E.5': {
    title: 'Lawfully published sources',
    short: 'News reports and public registers may be used as anyone may use them.',
    text: ['Each such use is a named matter, approved by two people, with an end date.'],
  },
  'E.6': {
    title: 'Needed for what you asked',
    short: 'What your own request cannot do without is used for it, and not asked for a second time.',
    text: [
      'Whoever asks for a code by email gives an email address for it. Data of a function that you closed is never included.',
    ],
  },
  'E.7': {
    title: 'Keeping the service running',
    short: 'The log is used to find faults and fend off attacks.',
    text: [
      'Without it nobody would notice that something broke. Data of a function that you closed is never included.',
    ],
  },
  'E.8': {
    title: 'Lawful news reporting',
    short: 'The law lets the press use data for its reporting.',
    text: ['This opens only for a named matter, approved by two people, with an end date.'],
  },
  'E.9': {
    title: 'Other duties by law',
    short: 'Recalls, bookkeeping, your rights, incident reports and the keeping of logs are duties we have.',
    text: [
      'Each is written into our policy with its law, its purpose, the data it touches and how long. Anything else opens only as a named matter.',
    ],
  },
  'S.access': {
    title: 'Locked against strangers',
    short: 'Every look at your data has a purpose, passes three walls and leaves a record.',
    text: [
      'The program, the decision at run time and the database each refuse on their own what this notice does not allow.',
      'Our people see only what their task needs. The weightiest acts take two of them.',
      'Who has access is looked at again every few months, by somebody else. Everybody who works here reads once a year what they must keep to, and rooms and machines are checked by a list.',
    ],
  },
  'S.loss': {
    title: 'Kept from getting lost',
    short: 'What is confirmed to you is safely written, and backups are tried out.',
    text: ['Deleting an account needs a fresh proof that it is you, and can be undone for seven days.'],
  },
  'S.alteration': {
    title: 'Safe from secret changes',
    short: 'Uses are recorded in a ledger in which nothing can be changed unnoticed.',
    text: [
      'You get a proof for each use. You can check it in your browser, or with tools that others wrote.',
    ],
  },
  'S.third-party': {
    title: 'Companies that help us',
    short: 'Others see only what they must, under strict terms. No terms, no data.',
    text: [
      'Each of them is registered, with the fields it receives and its confidentiality terms in date. Every hand-over is recorded.',
    ],
  },
  'S.residual': {
    title: 'What nobody can promise',
    short: 'No system is completely safe. Ours is not either.',
    text: [
      'We can make harm unlikely and small, not impossible: networks, devices and people have weaknesses, some of them not yet known.',
      'If something happens, the ledger shows whose data was touched. We then tell you and the authority, against the clock.',
    ],
  },
  'R.publish': {
    title: 'When this notice changes',
    short: 'A new version takes over in one moment: words, questions and locks together.',
    text: ['There is never half of one version and half of another. Earlier versions stay readable.'],
  },
  'R.review': {
    title: 'You see what changed',
    short: 'At your next visit we say in plain words what is different.',
    text: [
      'If a change gives you more protection, it holds for you at once.',
      'If we want to do more than before, your earlier yes does not stretch. The old limits hold for you until you agree to the new ones.',
    ],
  },
} as const satisfies ClauseTexts;
