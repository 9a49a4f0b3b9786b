package dev.durahook.connection.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDescriptionTest {

    // The server may refuse the cluster's ID to a caller, for example after a rotation of the API key. A replicated
    // namespace has several clusters.
    @ParameterizedTest
    @CsvSource({
        "namespace, cluster, namespace, cluster, false",
        "namespace, cluster, namespace, '', false",
        "namespace, '', namespace, cluster, false",
        "namespace, cluster, namespace, replica, false",
        "namespace, cluster, other, cluster, true",
        "namespace, '', other, '', true",
        "'', cluster, '', other, true",
        "'', cluster, '', '', false",
        "'', '', '', '', false",
    })
    void isOnlyAnotherNamespaceIfThatIsCertain(
            String namespace, String cluster, String thenNamespace, String thenCluster, boolean isAnother) {
        assertThat(description(thenNamespace, thenCluster).isAnotherNamespaceThan(description(namespace, cluster)))
                .isEqualTo(isAnother);
    }

    @Test
    void firstNamespaceIsNotAnother() {
        assertThat(description("namespace", "cluster").isAnotherNamespaceThan(null))
                .isFalse();
    }

    private static ServerDescription description(String namespace, String cluster) {
        return new ServerDescription(
                "localhost:7233", "localhost:7233", "default", "1.31.2", null, null, cluster, namespace);
    }
}
