package dev.tegami.smime;

import dev.tegami.mime.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values of a header's fields by name, so that headers of many fields compare in no time. */
record FieldValues(Map<String, List<String>> lists, Map<String, Set<String>> sets) {
    static FieldValues of(List<Field> fields) {
        FieldValues values = new FieldValues(new HashMap<>(), new HashMap<>());
        for (Field field : fields) {
            values.lists.computeIfAbsent(name(field), each -> new ArrayList<>()).add(field.value());
            values.sets.computeIfAbsent(name(field), each -> new HashSet<>()).add(field.value());
        }
        return values;
    }

    static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    boolean has(Field field) {
        return sets.getOrDefault(name(field), Set.of()).contains(field.value());
    }

    boolean hasName(Field field) {
        return lists.containsKey(name(field));
    }

    /** The names whose values are not the same in both, in the same order. */
    Set<String> differing(FieldValues other) {
        Set<String> names = new HashSet<>(lists.keySet());
        names.addAll(other.lists.keySet());
        names.removeIf(name -> lists.getOrDefault(name, List.of()).equals(other.lists.getOrDefault(name, List.of())));
        return names;
    }
}
