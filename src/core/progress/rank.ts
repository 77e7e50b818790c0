/** Ranks below this are not told apart: nobody counts on, and a look costs the same in any group. */
export const lowestRank = 500;
