/** Letters that a note, an institution's name and its reference may have; also told to the windows. */
export const NOTE_LENGTH = 200;
export const INSTITUTION_NAME_LENGTH = 120;
export const REFERENCE_LENGTH = 80;
