// Every kind of page that a reader can come to, by name, for tests that hold of all of them.

import {longDossier} from './long_dossier.mjs';

export const kindsOfPage = {
  'home': '/',
  'results': '/zoeken?q=woningbouw',
  'filtered results': '/zoeken?q=de&soort=Motie&van=2025&tot=2025',
  'explained results': '/zoeken?q=woningbouwopgave+Nieuwoord&uitleg=1',
  'second page of results': '/zoeken?q=de&pagina=2',
  'no results': '/zoeken?q=zeppelinvaart',
  'document': '/kst-99001-1',
  'document with marked words': '/kst-99001-1?q=woningbouw',
  'document with notes': '/kst-99001-8',
  'document that was replaced': '/kst-99001-5',
  'document that is only cited': '/kst-99990-4',
  'dossier': '/dossier/99001',
  'dossier with gaps': '/dossier/99002',
  'dossier with chapters': '/dossier/99100',
  'long dossier': `/dossier/${longDossier}`,
  'zaak': '/zaak/2025Z90024',
  'decided zaak': '/zaak/2025Z90007',
  'person': '/persoon/J.T.%20Hellingwerf',
  'help': '/hulp',
  'about': '/over',
  'not found': '/kst-99009-1',
  'bad query': '/zoeken?q=(woningbouw',
};
