package dev.tegami.store;

import java.io.File;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** The flags at the end of a Maildir file name: {@code :2,} and letters in order. */
final class FileFlags {
    /** Windows allows no colon in a name. */
    private static final String MARK = File.separatorChar == '\\' ? ";2," : ":2,";

    private FileFlags() {}

    static String base(String fileName) {
        int mark = fileName.lastIndexOf(MARK.charAt(0));
        return mark < 0 ? fileName : fileName.substring(0, mark);
    }

    static Set<StoreFlag> parse(String fileName) {
        Set<StoreFlag> flags = EnumSet.noneOf(StoreFlag.class);
        int mark = fileName.lastIndexOf(MARK);
        for (StoreFlag flag : StoreFlag.values()) {
            if (mark >= 0 && fileName.indexOf(flag.letter(), mark + MARK.length()) >= 0) {
                flags.add(flag);
            }
        }
        return Collections.unmodifiableSet(flags);
    }

    /** The name with other flags. Letters of other programs, such as keywords, stay. */
    static String renamed(String fileName, Set<StoreFlag> flags) {
        Set<Integer> letters = new TreeSet<>();
        int mark = fileName.lastIndexOf(MARK);
        if (mark >= 0) {
            fileName.substring(mark + MARK.length()).chars().forEach(letters::add);
        }
        for (StoreFlag flag : StoreFlag.values()) {
            letters.remove((int) flag.letter());
        }
        flags.forEach(flag -> letters.add((int) flag.letter()));
        StringBuilder name = new StringBuilder(base(fileName)).append(MARK);
        letters.forEach(name::appendCodePoint);
        return name.toString();
    }
}
