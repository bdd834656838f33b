// The index of the search takes letters of English only, unless another language is named; Japanese has the characters of Chinese too.
export default { lunrLanguages: ['en', 'ja'] }
