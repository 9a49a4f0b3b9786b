package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorCommandsTest {

    private final OperatorCommands own = new OperatorCommands("temporal.example.com:7233", "shop");
    private final OperatorCommands cloud = new OperatorCommands("shop.a1b2c.tmprl.cloud:7233", "shop.a1b2c");

    @Test
    void numbersAreWrittenInAsciiInEachLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(own.setRetention(45)).endsWith(" --retention 45d");
            assertThat(cloud.setRetention(45)).endsWith(" --retention-days 45");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.a1b2c.tmprl.cloud:7233",
                "shop.a1b2c.tmprl.cloud",
                "dns:///shop.a1b2c.tmprl.cloud:7233",
                "us-east-1.aws.api.temporal.io:7233",
                "us-central1.gcp.api.temporal.io"
            })
    void addressesOfTemporalCloud(String target) {
        assertThat(new OperatorCommands(target, "shop").setRetention(30)).startsWith("tcld ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:7233",
                "temporal:7233",
                "temporal.example.com:7233",
                "tmprl.cloud.example.com:7233",
                "nottmprl.cloud:7233",
                "us-east-1.aws.api.temporal.io.example.com:7233",
                "api-temporal.io:7233",
                "null"
            })
    void otherAddresses(String target) {
        assertThat(new OperatorCommands(target, "shop").setRetention(30)).startsWith("temporal operator ");
    }

    @Test
    void retentionIsSet() {
        assertThat(own.setRetention(30))
                .isEqualTo("temporal operator namespace update --namespace shop --retention 30d");
        assertThat(cloud.setRetention(30))
                .isEqualTo("tcld namespace retention set --namespace shop.a1b2c --retention-days 30");
    }

    @Test
    void namespaceIsCreated() {
        assertThat(own.createNamespace())
                .isEqualTo("temporal operator namespace create --namespace shop --retention 7d");
        assertThat(cloud.createNamespace())
                .isEqualTo("create it at https://cloud.temporal.io/namespaces, or with tcld namespace create");
    }

    @Test
    void searchAttributeIsRegistered() {
        assertThat(own.createKeyword("DurahookStatus"))
                .isEqualTo("temporal operator search-attribute create --namespace shop --name DurahookStatus --type"
                        + " Keyword");
        assertThat(cloud.createKeyword("DurahookStatus"))
                .isEqualTo("tcld namespace search-attributes add --namespace shop.a1b2c --search-attribute"
                        + " \"DurahookStatus=Keyword\"");
    }

    @Test
    void nameOfASearchAttributeIsMadeFree() {
        assertThat(own.freeName("DurahookStatus"))
                .isEqualTo("temporal operator search-attribute remove --namespace shop --name DurahookStatus --yes");
        assertThat(cloud.freeName("DurahookStatus"))
                .isEqualTo("tcld namespace search-attributes rename --namespace shop.a1b2c --existing-name"
                        + " DurahookStatus --new-name DurahookStatusOld");
    }
}
