import type { Feature, ProblemWords } from '@axent/kernel';
import { operations } from './operations.ts';

const problems: ProblemWords = {
  function_unknown: {
    en: {
      title: 'No such function',
      detail: 'The notice names no function like this. Choose one from the list.',
    },
    'zh-CN': { title: '没有此功能', detail: '隐私声明中没有该功能。请从列表中选择。' },
    de: {
      title: 'Diese Funktion gibt es nicht',
      detail: 'Die Erklärung nennt keine solche Funktion. Wählen Sie eine aus der Liste.',
    },
  },
};

export const functions: Feature = { name: 'functions', operations, problems };
