"""What the user holds: a graph with its questions, its network and its exports."""

from pathlib import Path

import networkx as nx

from kg.export import save
from kg.graph import Graph
from kg.network import build_network
from kg.query import Table, ask


class KnowledgeGraph(Graph):
    """A graph that answers saved questions and gives itself as a network or file.

    The store itself lives in `Graph`, below the layers of questions and networks.
    """

    def query(
        self, question: str, /, *, lang: str | None = "fr", **parameters: str
    ) -> Table:
        """Answer a saved question by name, or a SPARQL text.

        Args:
            question: Such as "conflicts", asked with actor="Russie".
            lang: Language of labels in the answer to a saved question; None leaves
                terms such as "actor:russia".
            parameters: What the saved question asks for; `kg query` tells.

        Raises:
            QueryError: The question or a parameter is unknown or malformed.
        """
        return ask(self, question, parameters, lang=lang)

    def network(self, *, lang: str = "fr") -> "nx.MultiDiGraph[str]":
        """Fold the graph into a networkx network with labels in a language."""
        return build_network(self, lang=lang)

    def save(self, path: Path) -> None:
        """Write the graph in the format that the name of the file asks for.

        Raises:
            InputError: The format is unknown or the file cannot be written.
        """
        save(self, path)
