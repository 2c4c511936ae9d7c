package dev.tegami.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Sets of flags, each once: those that no message has any more are dropped. */
final class Palette {
    private Palette() {}

    static FolderState compact(long uidValidity, long modSeq, int[] uids, int[] places, List<Set<Flag>> palette) {
        int[] moved = new int[palette.size()];
        Arrays.fill(moved, -1);
        List<Set<Flag>> kept = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            int old = places[i];
            if (moved[old] < 0) {
                moved[old] = kept.size();
                kept.add(palette.get(old));
            }
            places[i] = moved[old];
        }
        return new FolderState(uidValidity, modSeq, uids, places, List.copyOf(kept));
    }
}
