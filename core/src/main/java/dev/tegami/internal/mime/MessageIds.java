package dev.tegami.internal.mime;

import java.util.ArrayList;
import java.util.List;

/** Message ids as fields list them (RFC 5322 section 3.6.4), in the wild also without brackets or among other words. */
public final class MessageIds {
    private MessageIds() {}

    /** The ids without their brackets, in their order. */
    public static List<String> of(String value) {
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        while (open >= 0) {
            int close = value.indexOf('>', open);
            String id = close < 0 ? "" : value.substring(open + 1, close);
            int again = id.lastIndexOf('<');
            String inner = id.substring(again + 1).strip();
            if (!inner.isEmpty()) {
                ids.add(inner);
            }
            open = close < 0 ? -1 : value.indexOf('<', close);
        }
        if (ids.isEmpty() && value.indexOf('<') < 0) {
            words(value, ids);
        }
        return ids;
    }

    private static void words(String value, List<String> ids) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) <= ' ' || value.charAt(i) == ',') {
                if (value.substring(start, i).indexOf('@') > 0) {
                    ids.add(value.substring(start, i));
                }
                start = i + 1;
            }
        }
    }
}
