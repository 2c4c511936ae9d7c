package dev.tegami.smime;

/** How much of something the message's signatures cover. */
public enum Coverage {
    /** All of it. */
    WHOLE,
    /** It holds, or lies in, something signed that is not the message; that signature was not judged. */
    PARTIAL,
    /** Nothing of it. */
    NONE
}
