package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GnuTLS's {@code certtool}, which signs and verifies; it does not encrypt. */
final class GnuTlsPeer implements SmimePeer {
    private final Program program;

    GnuTlsPeer(Path directory) {
        this.program = new Program(directory, Map.of());
    }

    @Override
    public String title() throws InterruptedException {
        return Versions.title("GnuTLS", program.firstWords("certtool", "--version"));
    }

    @Override
    public void verify(Message signed) throws Exception {
        program.file("signed.der", SmimeMail.cms(signed));
        List<Object> command = new ArrayList<>(List.of("certtool", "--p7-verify", "--inder"));
        command.addAll(List.of("--load-ca-certificate", "authority.crt", "--infile", "signed.der"));
        if (!signed.root().parts().isEmpty()) {
            program.file("part", SmimeMail.part(signed));
            command.addAll(List.of("--load-data", "part"));
        }
        String said = new String(program.run(command.toArray()), StandardCharsets.ISO_8859_1)
                + new String(program.read("stderr"), StandardCharsets.ISO_8859_1);
        if (!said.contains("Signature status: ok")) {
            throw new Program.Failed(said);
        }
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Exception {
        program.file("part", SmimeMail.PART);
        String verb = form == SignedCase.Form.DETACHED ? "--p7-detached-sign" : "--p7-sign";
        List<Object> command = new ArrayList<>(List.of("certtool", verb, "--p7-time", "--hash", how.digest()));
        command.addAll(List.of("--load-certificate", by.certificateFile(program.directory())));
        command.addAll(List.of("--load-privkey", by.keyFile(program.directory())));
        command.addAll(List.of("--infile", "part", "--outder", "--outfile", "made.der"));
        if (how.isPss()) {
            command.addAll(List.of("--sign-params", "rsa-pss"));
        }
        program.run(command.toArray());
        byte[] cms = program.read("made.der");
        return Optional.of(form == SignedCase.Form.DETACHED ? SmimeMail.detached(cms) : SmimeMail.opaque(cms));
    }

    @Override
    public Optional<byte[]> decrypt(Message sealed, SmimePerson by) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) {
        return Optional.empty();
    }
}
