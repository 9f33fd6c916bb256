"""What deep learning asks for: data, multiplications, and care with scores."""

from scenes.data_and_compute.scene import DataAndCompute as DataAndCompute
