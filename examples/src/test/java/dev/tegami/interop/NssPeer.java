package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** NSS's {@code cmsutil}, with the engine of Thunderbird. */
final class NssPeer implements SmimePeer {
    private final Program program;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    NssPeer(Path directory) {
        this.program = new Program(directory, Map.of());
    }

    @Override
    public String title() throws Exception {
        if (program.firstWords("cmsutil").isEmpty()
                || program.firstWords("certutil", "-H").isEmpty()) {
            return "";
        }
        // the tools do not tell; Debian does
        String version = program.firstWords("dpkg-query", "-W", "-f", "${Version}", "libnss3");
        return Versions.title("NSS", version.isEmpty() ? "NSS" : version);
    }

    private void open() throws Exception {
        if (known.add("")) {
            program.run("certutil", "-N", "-d", "sql:.", "--empty-password");
            program.run("certutil", "-A", "-d", "sql:.", "-n", "authority", "-t", "CT,C,C", "-i", "authority.crt");
        }
    }

    private void knows(SmimePerson person) throws Exception {
        open();
        if (known.add(person.name())) {
            Path file = person.pkcs12File(program.directory());
            program.run("pk12util", "-d", "sql:.", "-i", file, "-W", SmimePerson.PASSWORD);
        }
    }

    @Override
    public void verify(Message signed) throws Exception {
        open();
        program.file("signed.der", SmimeMail.cms(signed));
        List<Object> command = new ArrayList<>(List.of("cmsutil", "-D", "-d", "sql:.", "-i", "signed.der"));
        if (!signed.root().parts().isEmpty()) {
            program.file("part", SmimeMail.part(signed));
            command.addAll(List.of("-c", "part"));
        }
        program.run(command.toArray());
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception {
        if (how.isPss()) {
            return Optional.empty();
        }
        knows(by);
        program.file("part", SmimeMail.PART);
        List<Object> command = new ArrayList<>(List.of("cmsutil", "-S", "-d", "sql:.", "-N", by.name(), "-G"));
        command.addAll(List.of("-H", how.digest().toUpperCase(java.util.Locale.ROOT), "-i", "part", "-o", "made.der"));
        if (form == SignedCase.Form.DETACHED) {
            command.add("-T");
        }
        program.run(command.toArray());
        byte[] cms = program.read("made.der");
        return Optional.of(form == SignedCase.Form.DETACHED ? SmimeMail.detached(cms) : SmimeMail.opaque(cms));
    }

    @Override
    public Optional<byte[]> decrypt(Message sealed, SmimePerson by) throws Exception {
        knows(by);
        program.file("sealed.der", SmimeMail.cms(sealed));
        return Optional.of(program.run("cmsutil", "-D", "-d", "sql:.", "-i", "sealed.der"));
    }

    /** The cipher is its own choice: AES-128-CBC for RSA. */
    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Exception {
        if (how != SealedCase.RSA_AES128_CBC && how != SealedCase.P256_AES128_CBC) {
            return Optional.empty();
        }
        knows(to);
        program.file("part", SmimeMail.PART);
        program.run("cmsutil", "-E", "-d", "sql:.", "-r", to.name(), "-i", "part", "-o", "made.der");
        return Optional.of(SmimeMail.opaque(program.read("made.der")));
    }
}
