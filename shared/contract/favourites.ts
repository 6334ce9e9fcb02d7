/** Stands for a category's id where the goods marked at this till are meant. */
export const FAVOURITES = "*favourites";
