package dev.tegami.imap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/** A {@link FolderState} as octets: a mark, numbers, the sets of flags, the messages, a checksum. */
final class StateFormat {
    private static final int MARK = 0x54464D31;
    private static final int HEAD = 4 + 8 + 8 + 4 + 4 + 4;
    private static final int SUM = 4;

    private StateFormat() {}

    static byte[] write(FolderState state) {
        byte[] words = words(state.palette()).getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(HEAD + words.length + state.size() * 8 + SUM)
                .putInt(MARK)
                .putLong(state.uidValidity())
                .putLong(state.modSeq())
                .putInt(state.palette().size())
                .putInt(words.length)
                .putInt(state.size())
                .put(words);
        for (int uid : state.rawUids()) {
            out.putInt(uid);
        }
        for (int flags : state.rawFlags()) {
            out.putInt(flags);
        }
        out.putInt(sum(out.array(), out.position()));
        return out.array();
    }

    /** One line for each set, its flags separated by blanks, which no flag holds. */
    private static String words(List<Set<Flag>> palette) {
        StringBuilder text = new StringBuilder();
        for (Set<Flag> flags : palette) {
            flags.forEach(flag -> text.append(flag.name()).append(' '));
            text.append('\n');
        }
        return text.toString();
    }

    private static int sum(byte[] octets, int length) {
        CRC32C crc = new CRC32C();
        crc.update(octets, 0, length);
        return (int) crc.getValue();
    }

    static FolderState read(byte[] octets) {
        if (octets.length < HEAD + SUM) {
            throw damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(octets);
        if (in.getInt() != MARK || in.getInt(octets.length - SUM) != sum(octets, octets.length - SUM)) {
            throw damaged();
        }
        long uidValidity = in.getLong();
        long modSeq = in.getLong();
        int sets = in.getInt();
        int wordsLength = in.getInt();
        int messages = in.getInt();
        if (wordsLength < 0 || messages < 0 || octets.length != HEAD + (long) wordsLength + messages * 8L + SUM) {
            throw damaged();
        }
        byte[] words = new byte[wordsLength];
        in.get(words);
        List<Set<Flag>> palette = palette(new String(words, StandardCharsets.UTF_8), sets);
        int[] uids = numbers(in, messages);
        int[] flags = numbers(in, messages);
        check(uids, flags, palette.size());
        return new FolderState(uidValidity, modSeq, uids, flags, palette);
    }

    private static List<Set<Flag>> palette(String words, int sets) {
        String[] lines = words.split("\n", -1);
        if (lines.length != sets + 1L) {
            throw damaged();
        }
        List<Set<Flag>> palette = new ArrayList<>(sets);
        for (int i = 0; i < sets; i++) {
            Set<Flag> flags = new LinkedHashSet<>();
            for (String name : lines[i].split(" ", -1)) {
                if (!name.isEmpty()) {
                    flags.add(Flag.received(name));
                }
            }
            palette.add(Set.copyOf(flags));
        }
        return palette;
    }

    private static int[] numbers(ByteBuffer in, int count) {
        int[] numbers = new int[count];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + count * 4);
        return numbers;
    }

    private static void check(int[] uids, int[] flags, int sets) {
        for (int i = 0; i < uids.length; i++) {
            if ((i > 0 && Integer.compareUnsigned(uids[i - 1], uids[i]) >= 0) || flags[i] < 0 || flags[i] >= sets) {
                throw damaged();
            }
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("not a folder state, or a damaged one; begin with FolderState.empty()");
    }
}
