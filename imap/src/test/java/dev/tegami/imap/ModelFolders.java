package dev.tegami.imap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The folders of a server, the first one selected by those who select none. */
final class ModelFolders {
    private final Map<String, ModelFolder> folders = new LinkedHashMap<>();

    ModelFolders with(String name, ModelFolder folder) {
        folders.put(name, folder);
        return this;
    }

    Set<String> names() {
        return folders.keySet();
    }

    ModelFolder first() {
        return folders.values().iterator().next();
    }

    Optional<ModelFolder> find(String name) {
        return Optional.ofNullable(folders.get(name));
    }

    ModelFolder at(String name) {
        return find(name).orElseThrow();
    }

    ModelFolder any(Random random) {
        return folders.values().stream()
                .skip(random.nextInt(folders.size()))
                .findFirst()
                .orElseThrow();
    }
}
