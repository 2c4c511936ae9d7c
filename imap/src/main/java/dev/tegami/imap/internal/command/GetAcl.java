package dev.tegami.imap.internal.command;

import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.response.AclData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** GETACL (RFC 4314 §3.3). */
public final class GetAcl implements Command<Map<String, Rights>> {
    private final String folder;
    private final Map<String, Rights> found = new LinkedHashMap<>();
    private final Room room = new Room("identifiers", Room.FOLDERS);

    public GetAcl(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "GETACL";
    }

    @Override
    public void write(Script script) {
        script.raw("GETACL ").folder(folder);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof AclData data) {
            room.take(data.rights().size());
            found.putAll(data.rights());
            return true;
        }
        return false;
    }

    @Override
    public Map<String, Rights> result(Tagged done) {
        return Collections.unmodifiableMap(found);
    }
}
