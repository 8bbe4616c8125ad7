/** Which language the reader wants: the one chosen here before, else what the browser asks for; Chinese first. */
export type Language = 'zh' | 'en';

const key = 'duzhan.language';

export const chosenLanguage = (): Language => {
  const chosen = localStorage.getItem(key);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
};

/** Everything on screen is in one language, answers of the API too: a new one means a new page. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(key, language);
  location.reload();
};

export const language = chosenLanguage();
