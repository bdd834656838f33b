namespace TorchLite;

/// <content>Weights of a given structure.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Init
        {
            /// <summary>Makes a matrix the identity, so that a layer gives what it gets: PyTorch's <c>torch.nn.init.eye_</c>.</summary>
            /// <param name="tensor">The matrix to fill.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">The tensor is not a matrix.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Eye_(Torch.Empty(2, 3))
            /// // tensor([[1., 0., 0.],
            /// //         [0., 1., 0.]])
            /// </code></example>
            public static Tensor Eye_(Tensor tensor)
            {
                CheckMatrix(tensor);
                using var mode = NoGrad();
                tensor.Zero_().Diagonal().Fill_(1);
                return tensor;
            }

            /// <summary>
            /// Makes the weight of a convolution one that gives the channels that it gets, as many as there are: PyTorch's
            /// <c>torch.nn.init.dirac_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of 3, 4 or 5 dimensions.</param>
            /// <param name="groups">The number of groups of output channels, each of which gives the channels from the first.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The tensor has another number of dimensions, or <paramref name="groups"/> does not divide its first size.
            /// </exception>
            /// <exception cref="TorchException"><paramref name="groups"/> is 0.</exception>
            /// <exception cref="TorchIndexException">The filters have no element.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Dirac_(Torch.Empty(1, 1, 3))   // tensor([[[0., 1., 0.]]])
            /// </code></example>
            public static Tensor Dirac_(Tensor tensor, long groups = 1)
            {
                var shape = NotNull(tensor).Shape;
                if (shape.Count is not (3 or 4 or 5))
                {
                    throw new TorchValueException("Only tensors with 3, 4, or 5 dimensions are supported");
                }

                if (groups == 0)
                {
                    throw new TorchException("integer division or modulo by zero");
                }

                if (groups != -1 && shape[0] % groups != 0)
                {
                    throw new TorchValueException("dim 0 must be divisible by groups");
                }

                using var mode = NoGrad();
                tensor.Zero_();
                var each = groups < 0 ? 0 : shape[0] / groups;
                for (var group = 0L; group < groups; group++)
                {
                    for (var channel = 0L; channel < Math.Min(each, shape[1]); channel++)
                    {
                        // The middle of the filter.
                        TensorIndex?[] place = [(group * each) + channel, channel, .. shape[2..].Select(static size => size / 2)];
                        tensor[place] = 1;
                    }
                }

                return tensor;
            }

            /// <summary>
            /// Makes the rows or columns of a weight, as a matrix, random and orthogonal to each other: PyTorch's
            /// <c>torch.nn.init.orthogonal_</c>.
            /// </summary>
            /// <param name="tensor">The weight to fill, of two dimensions at least; those from the second on are taken as one.</param>
            /// <param name="gain">The length of the rows or columns.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">The tensor has fewer than two dimensions.</exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// var weight = Torch.Nn.Init.Orthogonal_(Torch.Empty(2, 3));
            /// weight.Matmul(weight.T).Round(3).Abs()
            /// // tensor([[1., 0.],
            /// //         [0., 1.]])
            /// </code></example>
            public static Tensor Orthogonal_(Tensor tensor, double gain = 1, Generator? generator = null)
            {
                if (NotNull(tensor).Dim() < 2)
                {
                    throw new TorchValueException("Only tensors with 2 or more dimensions are supported");
                }

                if (tensor.Numel() == 0)
                {
                    return tensor;
                }

                using var mode = NoGrad();
                var (rows, isWide) = (tensor.Size(0), tensor.Size(0) < tensor.Numel() / tensor.Size(0));
                var flat = tensor.NewEmpty(rows, tensor.Numel() / rows).Normal_(0, 1, generator);
                var (q, r) = Linalg.Qr(isWide ? flat.T_() : flat);

                // The signs make the distribution uniform.
                q.Mul_(r.Diag().Sign());
                tensor.ViewAs(isWide ? q.T_() : q).Copy_(q);
                return tensor.Mul_(gain);
            }

            /// <summary>
            /// Fills a matrix with random numbers of a normal distribution, and a part of each column with zeros: PyTorch's
            /// <c>torch.nn.init.sparse_</c>.
            /// </summary>
            /// <param name="tensor">The matrix to fill.</param>
            /// <param name="sparsity">Which part of each column is zeros, from 0 to 1.</param>
            /// <param name="std">The standard deviation of the others.</param>
            /// <param name="generator">The generator of the random numbers; null: the default generator.</param>
            /// <returns><paramref name="tensor"/> itself.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
            /// <exception cref="TorchValueException">
            /// The tensor is not a matrix, or <paramref name="sparsity"/> is not a number.
            /// </exception>
            /// <exception cref="TorchException">The dtype is not floating-point.</exception>
            /// <example><code>
            /// Torch.Nn.Init.Sparse_(Torch.Empty(4, 2), sparsity: 0.75).CountNonzero()   // tensor(2)
            /// </code></example>
            public static Tensor Sparse_(Tensor tensor, double sparsity, double std = 0.01, Generator? generator = null)
            {
                CheckMatrix(tensor);
                var (rows, columns) = (tensor.Size(0), tensor.Size(1));
                var share = Math.Ceiling(sparsity * rows);
                if (double.IsNaN(share))
                {
                    throw new TorchValueException("cannot convert float NaN to integer");
                }

                // As a slice takes it: a negative number leaves so many out at the end.
                var zeros = (long)Math.Clamp(share < 0 ? rows + share : share, 0, rows);
                using var mode = NoGrad();
                tensor.Normal_(0, std, generator);
                for (var column = 0L; column < columns; column++)
                {
                    tensor[Randperm(rows).Narrow(0, 0, zeros), column] = 0;
                }

                return tensor;
            }

            private static void CheckMatrix(Tensor tensor)
            {
                if (NotNull(tensor).Dim() != 2)
                {
                    throw new TorchValueException("Only tensors with 2 dimensions are supported");
                }
            }
        }
    }
}
