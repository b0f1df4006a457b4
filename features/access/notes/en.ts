import type { Notes } from './notes.ts';

export const notes: Notes = {
  purpose: {
    title: 'Only for the work in hand',
    text: [
      'You see a person’s data because a task of yours needs it now, and for nothing else. Curiosity is no purpose, nor is doing a friend a favour.',
      'Whatever you look at leaves a record. The person can see it, and so can the one who reviews.',
      'Nothing leaves the console in a screenshot, a private message or a list of your own. What has to leave has a way that records it.',
    ],
  },
  signs: {
    title: 'When something looks wrong',
    text: [
      'A lost device, a mail that asked for your code, data that you should not have seen: tell security at once, also when it was your own mistake.',
      'The clock for telling people and the authority begins when the first of us knows. An hour of thinking it over is an hour lost.',
      'Change nothing and delete nothing before security has looked: what happened has to be found out from what is there.',
      'Nobody of us ever asks you for a code, and nobody may have yours.',
    ],
  },
  requests: {
    title: 'Answering what people ask for',
    text: [
      'Access, copy, correction, objection and erasure have a date by which they are answered. Begin on the day they come.',
      'Make sure that it is the person. A friendly voice is no proof; a sign-in is.',
      'A legal duty to keep goes before a wish to delete, and the answer says so openly, with the law.',
      'A legal exception needs a matter, written evidence and a second officer. Never lend your approval: read what you approve.',
    ],
  },
  addresses: {
    title: 'The log and the addresses in it',
    text: [
      'The log shows what was called, not who called. Do not try to find out from it who somebody is.',
      'The address in a row is sealed. It is opened for a named incident alone, in the hours that it names, with two who agree.',
      'Patterns are read from fingerprints that change every day. Do not carry them from one day to the next.',
    ],
  },
  machines: {
    title: 'Machines, keys and copies',
    text: [
      'The master key and a backup never lie in the same place, and no one person carries both.',
      'A copy of the database is personal data even where it is sealed. It lies only where the backup guide says.',
      'Upgrade in time, and test the restoring before you need it.',
      'A disk that leaves the house is destroyed first, and somebody writes down that it was.',
    ],
  },
};
