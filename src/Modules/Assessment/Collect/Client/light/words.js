// The client's own words. The shell may give others by the same keys.
const en = {
  opening: 'Opening the form…', broken: 'The form could not be opened.', language: 'Language', required: 'required', optionalMark: '*', finish: 'Finish',
  missing: 'This question must be answered.', refused: 'This answer is not allowed here.', mistyped: 'This answer is not written as it should be.',
  summary: 'Please look at these answers:', add: 'Add: {0}', addAny: 'Add another', remove: 'Remove: {0}', removeAsk: 'Remove “{0}” with all its answers?', number: '{0} {1}',
  choose: 'Choose…', find: 'Find a choice', more: '{0} more: type to find them', none: 'Nothing is called that.', position: 'Take my position', addPosition: 'Add my position', locating: 'Looking for the position…',
  noPosition: 'The position is not to be had. Please write it.', accuracy: 'within {0} m', latitude: 'Latitude', longitude: 'Longitude', points: 'Points: latitude and longitude, with ; between them',
  chooseFile: 'Choose a file', file: 'File: {0}', removeFile: 'Remove the file', ok: 'I have read this', up: 'Move up: {0}', down: 'Move down: {0}', accept: 'Keep this order', clear: 'Clear',
  unanswered: 'not answered', keys: 'Keys: Enter next question, number chooses, Ctrl+Enter finishes.', guidance: 'More about this question', missingList: 'A list of this form is missing: {0}', year: 'Year', month: 'Month',
};
const fr = {
  opening: 'Ouverture du formulaire…', broken: 'Le formulaire n’a pas pu être ouvert.', language: 'Langue', required: 'obligatoire', optionalMark: '*', finish: 'Terminer',
  missing: 'Cette question exige une réponse.', refused: 'Cette réponse n’est pas admise ici.', mistyped: 'Cette réponse n’a pas la forme attendue.',
  summary: 'Veuillez revoir ces réponses :', add: 'Ajouter : {0}', addAny: 'Ajouter', remove: 'Retirer : {0}', removeAsk: 'Retirer « {0} » avec toutes ses réponses ?', number: '{0} {1}',
  choose: 'Choisissez…', find: 'Chercher un choix', more: '{0} autres : écrivez pour les trouver', none: 'Aucun choix ne porte ce nom.', position: 'Relever ma position', addPosition: 'Ajouter ma position', locating: 'Recherche de la position…',
  noPosition: 'La position est introuvable. Veuillez l’écrire.', accuracy: 'à {0} m près', latitude: 'Latitude', longitude: 'Longitude', points: 'Points : latitude et longitude, séparés par ;',
  chooseFile: 'Choisir un fichier', file: 'Fichier : {0}', removeFile: 'Retirer le fichier', ok: 'J’ai lu ceci', up: 'Monter : {0}', down: 'Descendre : {0}', accept: 'Garder cet ordre', clear: 'Effacer',
  unanswered: 'sans réponse', keys: 'Clavier : Entrée passe à la question suivante, un chiffre choisit, Ctrl+Entrée termine.', guidance: 'En savoir plus sur cette question', missingList: 'Une liste de ce formulaire manque : {0}', year: 'Année', month: 'Mois',
};

/** Words in a language, as a function of key and arguments. */
export function wording(code, given) {
  const own = Object.assign({}, en, /^fr/.test(code) ? fr : {}, given);
  return (key, ...values) => (own[key] || key).replace(/\{(\d)\}/g, (all, i) => values[i]);
}

const NAMES = { english: 'en', french: 'fr', 'français': 'fr', francais: 'fr', arabic: 'ar', 'العربية': 'ar', spanish: 'es', 'español': 'es', portuguese: 'pt' };

/** The code of a language as forms name them: “Français (fr)”. */
export function codeOf(name) {
  const m = /\(([a-z]{2,3}(?:-[a-z0-9]+)*)\)\s*$/i.exec(name || '');
  return m ? m[1].toLowerCase() : NAMES[(name || '').trim().toLowerCase()] || (/^[a-z]{2,3}$/i.test(name || '') ? name.toLowerCase() : '');
}
