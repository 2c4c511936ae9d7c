package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnCapabilitiesTest {
    /** As RFC 8103, RFC 9709, RFC 9936, RFC 8418, RFC 5753 and RFC 9690 have them, octet for octet; OAEP with its tags of RFC 4055. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "300d060b2a864886f70d0109100312",
                "300d060b2a864886f70d010910031f",
                "300b0609608648016503040402",
                "301a060b2a864886f70d0109100313300b0609608648016503040105",
                "301a060b2a864886f70d0109100315300b0609608648016503040105",
                "301506062b8104010b01300b0609608648016503040105",
                "303c06092a864886f70d010107302fa00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d0609608648"
                        + "0165030402010500",
                "3047060b2a864886f70d010910030e30383029060728818c71020204301e3019060a2b8105108648092c0102300b0609608648016503"
                        + "040201020110300b0609608648016503040105"
            })
    void theyAreWrittenAsTheirRfcsSay(String octets) {
        assertThat(HexFormat.of().formatHex(Der.of(OwnCapabilities.attribute())))
                .contains(octets);
    }
}
