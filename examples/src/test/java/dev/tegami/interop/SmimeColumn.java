package dev.tegami.interop;

import dev.tegami.mime.Message;
import dev.tegami.smime.Encryption;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Signing;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is tried with one peer, in both directions, and how it went. */
final class SmimeColumn {
    static final String YES = "yes";
    static final String NO = "no";
    static final String NOT_ASKED = "–";
    private static final Policy POLICY = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);

    private final SmimePeer peer;
    private final SmimeAuthority authority;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();

    private SmimeColumn(SmimePeer peer, SmimeAuthority authority) {
        this.peer = peer;
        this.authority = authority;
    }

    static SmimeColumn of(SmimePeer peer, SmimeAuthority authority) {
        SmimeColumn column = new SmimeColumn(peer, authority);
        for (SignedCase each : SignedCase.values()) {
            column.cells.put(each.title, column.signed(each));
        }
        for (SealedCase each : SealedCase.values()) {
            column.cells.put(each.title, column.sealed(each));
        }
        return column;
    }

    /** A column of before, by its rows as {@link #rows} gives them. */
    static SmimeColumn asItStands(SmimePeer peer, SmimeAuthority authority, List<String> rows) {
        SmimeColumn column = new SmimeColumn(peer, authority);
        for (String row : rows) {
            int colon = row.lastIndexOf(": ");
            column.cells.put(row.substring(0, colon), row.substring(colon + 2));
        }
        return column;
    }

    /** Ours read by the peer, then the peer's read by us. */
    String cell(String row) {
        return cells.getOrDefault(row, "");
    }

    /** All cells with their rows' names. */
    List<String> rows() {
        return cells.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    /** A letter of ours with one word that was not signed. */
    static Message forged(SmimeAuthority authority) {
        String signed = new String(
                SmimeMail.letter()
                        .with(Smime.sign(authority.person("RSA").identity()))
                        .toBytes(),
                StandardCharsets.US_ASCII);
        return Message.parse(signed.replace("the words", "my words").getBytes(StandardCharsets.US_ASCII));
    }

    /** Why cells say no. */
    List<String> refusals() {
        return refusals;
    }

    private interface Trial {
        Optional<Boolean> run() throws Exception;
    }

    private String tried(String what, Trial trial) {
        try {
            return trial.run().map(good -> good ? YES : NO).orElse(NOT_ASKED);
        } catch (Exception e) {
            refusals.add(what + ": " + e);
            return NO;
        }
    }

    private String both(String ours, String theirs) {
        return ours + " / " + theirs;
    }

    private static String joined(String detached, String opaque) {
        if (detached.equals(opaque)) {
            return detached;
        }
        return detached.equals(YES) ? "detached" : opaque.equals(YES) ? "opaque" : NO;
    }

    private String signed(SignedCase how) {
        SmimePerson ada = authority.person(how.kind);
        Signing signing = how.second()
                .map(kind -> Smime.sign(ada.identity(), authority.person(kind).identity()))
                .orElseGet(() -> Smime.sign(ada.identity()).algorithm(how.algorithm));
        List<String> ours = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (SignedCase.Form form : SignedCase.Form.values()) {
            ours.add(tried("ours, " + how + " " + form, () -> {
                Signing formed = form == SignedCase.Form.OPAQUE ? signing.opaque() : signing;
                peer.verify(Message.parse(SmimeMail.letter().with(formed).toBytes()));
                return Optional.of(true);
            }));
            theirs.add(tried(
                    "theirs, " + how + " " + form,
                    () -> how.second().isPresent()
                            ? Optional.empty()
                            : peer.sign(how, form, ada).map(this::isTrusted)));
        }
        return both(joined(ours.get(0), ours.get(1)), joined(theirs.get(0), theirs.get(1)));
    }

    private boolean isTrusted(byte[] made) {
        Opened opened = Smime.open(SmimeMail.arrived(made), Keys.none(), Trust.of(authority.certificate()), POLICY);
        if (!opened.isTrusted()) {
            refusals.add(opened.verdict().reasons().toString());
        }
        return opened.isTrusted() && hasTheWords(opened);
    }

    private static boolean hasTheWords(Opened opened) {
        return opened.message().text().orElse("").contains("the words\r\nof the letter");
    }

    private String sealed(SealedCase how) {
        SmimePerson ada = authority.person(how.kind);
        Encryption encryption = Smime.encrypt(ada.certificate()).cipher(how.cipher);
        if (how == SealedCase.TWO_KINDS) {
            encryption = encryption.including(authority.person("P-256").certificate());
        }
        Encryption formed = formed(encryption, how);
        Message letter = Message.parse(SmimeMail.letter().with(formed).toBytes());
        String ours = tried("ours, " + how, () -> peer.decrypt(letter, ada).map(SmimeColumn::isThePart));
        String theirs = tried(
                "theirs, " + how,
                () -> how == SealedCase.TWO_KINDS
                        ? Optional.empty()
                        : peer.encrypt(how, ada).map(made -> isDecrypted(made, ada)));
        return both(ours, theirs);
    }

    private static Encryption formed(Encryption encryption, SealedCase how) {
        Encryption formed =
                switch (how.transport) {
                    case PKCS1 -> encryption.rsaPkcs1();
                    case KEM -> encryption.rsaKem();
                    case OAEP, AGREED -> encryption;
                };
        return how.isDerived() ? formed.derivedKeys() : formed;
    }

    private static boolean isThePart(byte[] octets) {
        return Arrays.equals(octets, SmimeMail.PART);
    }

    private boolean isDecrypted(byte[] made, SmimePerson by) {
        Opened opened =
                Smime.open(SmimeMail.arrived(made), Keys.of(by.identity()), Trust.of(authority.certificate()), POLICY);
        if (!opened.isDecrypted()) {
            refusals.add(opened.verdict().reasons().toString());
        }
        return opened.isDecrypted() && hasTheWords(opened);
    }
}
