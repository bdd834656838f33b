namespace TorchLite;

/// <content>Linear layers.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Functional
        {
            private static readonly AtenOperator LinearOperator = new("aten::linear");

            /// <summary>Multiplies vectors by a matrix and adds a bias, x · weightᵀ + bias: PyTorch's <c>linear</c>.</summary>
            /// <param name="input">The vectors, along the last dimension of any shape.</param>
            /// <param name="weight">The matrix: (size of a result, size of a vector); or one vector of that size.</param>
            /// <param name="bias">The bias added to each result; null: none.</param>
            /// <returns>A new tensor with the results along the last dimension.</returns>
            /// <exception cref="ArgumentNullException">A tensor is null.</exception>
            /// <exception cref="TorchException">The shapes or dtypes do not fit.</exception>
            /// <example><code>
            /// var weight = Torch.Tensor([[3.0, 4.0], [5.0, 6.0]]);
            /// Torch.Nn.Functional.Linear(Torch.Tensor([[1.0, 2.0]]), weight, Torch.Tensor([0.5, 0.0]))   // tensor([[11.5000, 17.0000]])
            /// </code></example>
            public static Tensor Linear(Tensor input, Tensor weight, Tensor? bias = null) => LinearOperator.Call(input, weight, bias);

            /// <inheritdoc cref="Torch.Bilinear(Tensor, Tensor, Tensor, Tensor?)"/>
            public static Tensor Bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Torch.Bilinear(input1, input2, weight, bias);
        }
    }
}
