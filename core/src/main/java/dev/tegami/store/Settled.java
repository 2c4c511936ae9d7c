package dev.tegami.store;

/** What became of a sealed message whose delivery was interrupted. */
public enum Settled {
    /** It was still waiting and has been delivered now. */
    NOW,
    /** It had been delivered before the interruption, even if it was read and deleted since. */
    BEFORE,
    /** It waited so long that someone may have cleaned it away: deliver it again. */
    UNKNOWN
}
