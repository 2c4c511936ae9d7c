package dev.tegami.smime;

/** How a header is protected by encryption: what is hidden of it, and whether that is shown in the text as well. */
record HeaderSealing(HeaderConfidentiality policy, Shown shown) {
    /** Whether readers that know nothing of protected headers find in the text what is hidden. */
    enum Shown {
        TO_LEGACY,
        NOWHERE
    }

    static HeaderSealing by(HeaderConfidentiality policy) {
        return new HeaderSealing(policy, Shown.TO_LEGACY);
    }

    HeaderSealing shown(Shown changed) {
        return new HeaderSealing(policy, changed);
    }

    boolean isShownToLegacy() {
        return shown == Shown.TO_LEGACY;
    }
}
