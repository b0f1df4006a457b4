import type { ProblemWords } from '@axent/kernel';

/** Of the document that a matter rests on. */
export const evidenceProblems: ProblemWords = {
  not_own_matter: {
    en: {
      title: 'Somebody else proposed it',
      detail: 'The document is attached by whoever proposed the matter. Nothing was kept.',
    },
    'zh-CN': { title: '该事项由他人提议', detail: '文件须由提议人附上。未保存任何内容。' },
    de: {
      title: 'Jemand anderes hat ihn vorgeschlagen',
      detail: 'Das Dokument fügt an, wer den Vorgang vorgeschlagen hat. Nichts wurde aufbewahrt.',
    },
  },
  matter_settled: {
    en: {
      title: 'It is settled',
      detail: 'A document is attached while a matter waits for approval, and not afterwards.',
    },
    'zh-CN': { title: '该事项已定', detail: '文件须在等待批准期间附上，之后不可再附。' },
    de: {
      title: 'Darüber ist entschieden',
      detail: 'Ein Dokument wird angefügt, solange der Vorgang auf Zustimmung wartet, und danach nicht mehr.',
    },
  },
  evidence_there: {
    en: {
      title: 'A document is attached already',
      detail: 'It stays as it is. For another one, end this matter and propose a new one.',
    },
    'zh-CN': { title: '已附有文件', detail: '该文件保持不变。如需更换，请结束此事项并重新提议。' },
    de: {
      title: 'Ein Dokument ist schon angefügt',
      detail:
        'Es bleibt, wie es ist. Für ein anderes beenden Sie diesen Vorgang und schlagen einen neuen vor.',
    },
  },
  evidence_lost: {
    en: {
      title: 'The document did not arrive whole',
      detail: 'A part of it is missing. Attach it once more.',
    },
    'zh-CN': { title: '文件不完整', detail: '缺少其中一部分。请重新附上。' },
    de: {
      title: 'Das Dokument ist nicht ganz angekommen',
      detail: 'Ein Teil davon fehlt. Fügen Sie es noch einmal an.',
    },
  },
  evidence_kind: {
    en: {
      title: 'This is no PDF, PNG or JPEG',
      detail: 'What counts is the content and not the name. Scan the order into one of these, whole.',
    },
    'zh-CN': {
      title: '不是 PDF、PNG 或 JPEG',
      detail: '以内容为准，与文件名无关。请将命令完整扫描成其中一种格式。',
    },
    de: {
      title: 'Das ist kein PDF, PNG oder JPEG',
      detail: 'Es zählt der Inhalt und nicht der Name. Scannen Sie die Anordnung vollständig in eines davon.',
    },
  },
  evidence_large: {
    en: {
      title: 'The document is too large',
      detail: 'Five megabytes at most. Scan it in grey or with fewer dots.',
    },
    'zh-CN': { title: '文件过大', detail: '最多 5 MB。请以灰度或较低分辨率扫描。' },
    de: {
      title: 'Das Dokument ist zu gross',
      detail: 'Höchstens fünf Megabyte. Scannen Sie es in Grau oder mit weniger Punkten.',
    },
  },
  evidence_differs: {
    en: {
      title: 'This is another document',
      detail: 'Its fingerprint is not the one that was proposed. Choose the file that you proposed with.',
    },
    'zh-CN': { title: '不是同一份文件', detail: '其指纹与提议时不同。请选择提议时所用的文件。' },
    de: {
      title: 'Das ist ein anderes Dokument',
      detail:
        'Sein Fingerabdruck ist nicht der vorgeschlagene. Wählen Sie die Datei, mit der Sie vorgeschlagen haben.',
    },
  },
  evidence_none: {
    en: { title: 'No document is attached', detail: 'Whoever proposed the matter keeps it on paper.' },
    'zh-CN': { title: '未附文件', detail: '文件由提议人以纸质形式保存。' },
    de: {
      title: 'Es ist kein Dokument angefügt',
      detail: 'Wer den Vorgang vorgeschlagen hat, bewahrt es auf Papier auf.',
    },
  },
  evidence_unseen: {
    en: {
      title: 'Look at the document first',
      detail: 'Whoever approves has seen what it rests on. Open the document, read it, then approve.',
    },
    'zh-CN': { title: '请先查看文件', detail: '批准人须看过事项所依据的文件。请打开阅读后再批准。' },
    de: {
      title: 'Zuerst das Dokument ansehen',
      detail: 'Wer zustimmt, hat gesehen, worauf er beruht. Öffnen und lesen Sie es, dann stimmen Sie zu.',
    },
  },
};
