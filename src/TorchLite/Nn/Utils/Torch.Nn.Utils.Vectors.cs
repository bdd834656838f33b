namespace TorchLite;

/// <content>Parameters as one vector.</content>
public static partial class Torch
{
    public static partial class Nn
    {
        public static partial class Utils
        {
            /// <summary>All elements of parameters as one vector: PyTorch's <c>parameters_to_vector</c>.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <returns>A new vector, from which gradients flow back.</returns>
            /// <exception cref="ArgumentNullException">The parameters, or one of them, are null.</exception>
            /// <exception cref="TorchTypeException">They are on different devices.</exception>
            /// <exception cref="TorchException">There are none, or one is not contiguous.</exception>
            /// <example><code>
            /// Torch.Nn.Utils.ParametersToVector([Torch.Tensor([[1.0, 2.0]]), Torch.Tensor(3.0)])   // tensor([1., 2., 3.])
            /// </code></example>
            public static Tensor ParametersToVector(IEnumerable<Tensor> parameters) =>
                Torch.Cat([.. OnOneDevice(parameters).Select(static parameter => parameter.View(-1))]);

            /// <summary>
            /// Puts the elements of a vector into parameters, one after the other: PyTorch's <c>vector_to_parameters</c>.
            /// </summary>
            /// <param name="vec">The vector. The parameters are views of it afterwards.</param>
            /// <param name="parameters">The parameters.</param>
            /// <exception cref="ArgumentNullException">The vector, the parameters, or one of them, are null.</exception>
            /// <exception cref="TorchTypeException">The parameters are on different devices.</exception>
            /// <exception cref="TorchException">The vector is too short.</exception>
            /// <example><code>
            /// var linear = new Linear(2, 1);
            /// Torch.Nn.Utils.VectorToParameters(Torch.Tensor([1.0, 2.0, 3.0]), linear.Parameters());
            /// linear.Call(Torch.Ones(2)).Detach()   // tensor([6.])
            /// </code></example>
            public static void VectorToParameters(Tensor vec, IEnumerable<Tensor> parameters)
            {
                ArgumentNullException.ThrowIfNull(vec);
                long at = 0;
                foreach (var parameter in OnOneDevice(parameters))
                {
                    var count = parameter.Numel();
                    parameter.Data = vec[Torch.Slice(at, at + count)].ViewAs(parameter).Data;
                    at += count;
                }
            }

            private static Tensor[] OnOneDevice(IEnumerable<Tensor> parameters)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                var given = NotNull(parameters.ToArray());
                return Array.Exists(given, one => one.Device != given[0].Device)
                    ? throw new TorchTypeException("Found two parameters on different devices, this is currently not supported.")
                    : given;
            }
        }
    }
}
