using TorchLite.Nn;

namespace TorchLite.Probe.Mistakes;

/// <content>Embeddings of torch.nn: what they are made and called with.</content>
internal static partial class MistakeTable
{
    private static readonly Mistake[] LookupLayers =
    [
        // Embedding.
        new("torch.nn.Embedding(5, 3)(torch.tensor([5]))", static () => new Embedding(5, 3).Call(Torch.Tensor([5]))),
        new("torch.nn.Embedding(5, 3)(torch.ones(2))", static () => new Embedding(5, 3).Call(Torch.Ones(2))),
        new("torch.nn.Embedding(5, 3)(torch.ones(2, dtype=torch.bool))",
            static () => new Embedding(5, 3).Call(Torch.Ones([2], dtype: DType.Bool))),
        new("torch.nn.Embedding(5, 3)(torch.ones(2, dtype=torch.complex64))",
            static () => new Embedding(5, 3).Call(Torch.Ones([2], dtype: DType.Complex64))),
        new("torch.nn.Embedding(5, 3)(torch.ones(2, dtype=torch.int16))",
            static () => new Embedding(5, 3).Call(Torch.Ones([2], dtype: DType.Int16))),
        new("torch.nn.Embedding(5, 3, max_norm=1.0)(torch.tensor([7]))",
            static () => new Embedding(5, 3, maxNorm: 1.0).Call(Torch.Tensor([7]))),
        new("torch.nn.Embedding(0, 3)(torch.tensor([0]))", static () => new Embedding(0, 3).Call(Torch.Tensor([0]))),
        new("torch.nn.Embedding(5, 3, dtype=torch.int64)(torch.tensor([0]))",
            static () => new Embedding(5, 3, dtype: DType.Int64).Call(Torch.Tensor([0]))),
        new("torch.nn.Embedding(5, 3, 5)", static () => new Embedding(5, 3, 5)),
        new("torch.nn.Embedding(-5, 3)", static () => new Embedding(-5, 3)),
        new("torch.nn.Embedding(5, -3)", static () => new Embedding(5, -3)),
        new("torch.nn.Embedding.from_pretrained(torch.ones(3))(torch.tensor([0]))",
            static () => Embedding.FromPretrained(Torch.Ones(3)).Call(Torch.Tensor([0]))),
        // EmbeddingBag.
        new("torch.nn.EmbeddingBag.from_pretrained(torch.ones(3))", static () => EmbeddingBag.FromPretrained(Torch.Ones(3))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([0, 1]))", static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([0, 1]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([0, 1]), torch.tensor([1, 2]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([0, 1]), Torch.Tensor([1, 2]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([0, 1]), torch.tensor([0, 3]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([0, 1]), Torch.Tensor([0, 3]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([0, 1]), torch.tensor([[0, 1]]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([0, 1]), Torch.Tensor([[0, 1]]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([[0, 1]]), torch.tensor([0]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([[0, 1]]), Torch.Tensor([0]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([[[0, 1]]]))", static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([[[0, 1]]]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([0]), torch.tensor([]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([0]), Torch.Tensor(Array.Empty<float>()))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([9]), torch.tensor([0]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([9]), Torch.Tensor([0]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([-1]), torch.tensor([0]))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([-1]), Torch.Tensor([0]))),
        new("torch.nn.EmbeddingBag(5, 3)(torch.tensor([[0, 1]]), None, torch.ones(1, 2))",
            static () => new EmbeddingBag(5, 3).Call(Torch.Tensor([[0, 1]]), null, Torch.Ones(1, 2))),
        new("torch.nn.EmbeddingBag(5, 3, mode='sum')(torch.tensor([[0, 1]]), None, torch.ones(1, 3))",
            static () => new EmbeddingBag(5, 3, mode: EmbeddingBagMode.Sum).Call(Torch.Tensor([[0, 1]]), null, Torch.Ones(1, 3))),
        new("torch.nn.EmbeddingBag(5, 3, mode='sum')(torch.tensor([[0, 1]]), None, torch.ones(2))",
            static () => new EmbeddingBag(5, 3, mode: EmbeddingBagMode.Sum).Call(Torch.Tensor([[0, 1]]), null, Torch.Ones(2))),
        new("torch.nn.EmbeddingBag(5, 3, mode='sum')(torch.tensor([[0, 1]]), None, torch.ones(1, 2, dtype=torch.float64))",
            static () => new EmbeddingBag(5, 3, mode: EmbeddingBagMode.Sum).Call(
                Torch.Tensor([[0, 1]]), null, Torch.Ones([1, 2], dtype: DType.Float64))),
        new("torch.nn.EmbeddingBag(5, 3, mode='max')(torch.tensor([[0, 1]]), None, torch.ones(1, 2))",
            static () => new EmbeddingBag(5, 3, mode: EmbeddingBagMode.Max).Call(Torch.Tensor([[0, 1]]), null, Torch.Ones(1, 2))),
        new("torch.nn.EmbeddingBag(5, 3, mode='max', scale_grad_by_freq=True)(torch.tensor([[0, 1]]))",
            static () => new EmbeddingBag(5, 3, mode: EmbeddingBagMode.Max, scaleGradByFreq: true).Call(Torch.Tensor([[0, 1]]))),
        new("torch.nn.EmbeddingBag(5, 3, padding_idx=7)", static () => new EmbeddingBag(5, 3, paddingIdx: 7)),
        new("torch.nn.EmbeddingBag(-5, 3)", static () => new EmbeddingBag(-5, 3)),
    ];
}
