package dev.tegami.imap.internal.command;

import dev.tegami.imap.Quota;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The quotas of an answer, one a root: some server (Apache James) says each resource of a root in a line of its own. */
final class Quotas {
    private final Map<String, List<Quota.Resource>> found = new LinkedHashMap<>();
    private final Room room = new Room("quotas", Room.FOLDERS);

    void add(Quota quota) {
        room.take(1);
        found.computeIfAbsent(quota.root(), root -> new ArrayList<>()).addAll(quota.resources());
    }

    List<Quota> all() {
        return found.entrySet().stream()
                .map(each -> new Quota(each.getKey(), each.getValue()))
                .toList();
    }
}
