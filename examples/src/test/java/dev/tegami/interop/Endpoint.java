package dev.tegami.interop;

/** Where a server listens. */
record Endpoint(String host, int port) {
    static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        return new Endpoint(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
