package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.JmapAccess;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** GETJMAPACCESS (RFC 9698). */
public final class GetJmapAccess implements Command<Optional<URI>> {
    private String found = "";

    @Override
    public String name() {
        return "GETJMAPACCESS";
    }

    @Override
    public void write(Script script) {
        script.raw(name());
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof JmapAccess access) {
            found = access.address();
            return true;
        }
        return false;
    }

    @Override
    public Optional<URI> result(Tagged done) {
        try {
            return Optional.of(new URI(found)).filter(uri -> "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
