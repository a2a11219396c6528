// A dossier of a size that the sample corpus does not have, as JSON Lines: 220 fictitious papers of
// four years, with gaps, chapters and citations.

const soorten = ['Motie', 'Brief regering', 'Verslag van een commissiedebat', 'Amendement',
                 'Brief regering', 'Motie', 'Voorstel van wet', 'Jaarverslag'];
const onderwerpen = ['de aanleg van de Merenlijn', 'de voortgang van het programma',
                     'een veerdienst op zondag', 'het onderhoud van dijken en duinen'];

/** The number of the dossier, and of a chapter below it. */
export const longDossier = '99990';
export const chapter = '99990-XII';

function paper(number) {
  const soort = soorten[(number * 7 + Math.floor(number / 9)) % soorten.length];
  // Motions come together, at the end of a debate.
  const moment = soort === 'Motie' ? Math.ceil(number / 60) * 60 : number;
  const day = new Date(Date.UTC(2021, 0, 11 + Math.floor(moment ** 1.25 * 1.6)));
  const tekst = 'Gelet op wat daarover is gezegd.';
  return {
    id: `kst-99990-${number}`,
    dossier: {nummer: '99990', titel: 'Toekomst van het vervoer over water en spoor'},
    volgnummer: String(number),
    soort,
    titel: 'Toekomst van het vervoer over water en spoor',
    onderwerp: `${soort} over ${onderwerpen[number % onderwerpen.length]}`,
    datum: day.toISOString().slice(0, 10),
    tekst,
    markeringen: number % 3 === 0 ? [] :
        [{soort: 'verwijzing', begin: 0, einde: tekst.length, doel: `kst-99990-${1 + number % 4 * number % 5}`}],
  };
}

/** All of it, as `kamerzoek index` reads it. */
export function longDossierLines() {
  const held = Array.from({length: 240}, (_, at) => at + 1)
      .filter((number) => ![4, 5, 6, 17, 90, 91].includes(number) && number % 31 !== 0);
  const chapters = ['XII', 'IX', 'A'].map((toevoeging) => ({
    id: `kst-99990-${toevoeging}-1`,
    dossier: {nummer: '99990', toevoeging, titel: `Hoofdstuk ${toevoeging} van de begroting`},
    volgnummer: '1', soort: 'Voorstel van wet', datum: '2021-09-21', onderwerp: 'Begrotingsstaat',
  }));
  return [...held.map(paper), ...chapters].map((line) => JSON.stringify(line) + '\n').join('');
}
