package dev.tegami.pop3.internal;

import dev.tegami.pop3.Capabilities;

/** A connection that is protected and logged in, and what the server could do before the login. */
public record Opened(Dialogue dialogue, Capabilities capabilities) {}
