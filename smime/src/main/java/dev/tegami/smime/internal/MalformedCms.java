package dev.tegami.smime.internal;

import java.io.IOException;

/** The octets are no CMS structure, or not the one they claim to be. */
public final class MalformedCms extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedCms(String message) {
        super(message);
    }

    public MalformedCms(String message, Throwable cause) {
        super(message, cause);
    }
}
